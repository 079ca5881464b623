import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { CountyRecord } from '../../server/base/county.js';
import { formatMonth, monthOf } from '../../server/base/month.js';
import { CRITERIA, INDUSTRIES, type Industry, INDUSTRY_WORDS, MODE_WORDS, MODES, type Mode, STAGES } from '../../server/base/vocabulary.js';
import { importFiles } from '../../server/intake/import-files.js';
import { receiptKey } from '../../server/intake/receipt-key.js';
import { readCounty } from '../../server/store/counties.js';
import { openStore } from '../../server/store/store.js';

/** Any county that files can hold; money in fen. */
const text = fc
  .string({ unit: fc.constantFrom(...'村镇甲乙丙,";\'a B1\n-'), minLength: 1, maxLength: 8 })
  .map((word) => `名${word.trim()}`);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const fen = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
const month = fc.integer({ min: monthOf(2015, 1), max: monthOf(2020, 5) });
const share = fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000);

const COUNTY = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 200, max: 240 })), {
    minLength: 1,
    maxLength: 6,
    selector: ([township, village]) => `${township} ${village}`,
  })
  .chain((numbers) => {
    const codes = numbers.map(([township, village]) => `45102610${township}${village}`).sort();
    const village = fc.constantFrom(...codes);
    const parkCodes = ['P1', 'P2'];
    const park = fc.constantFrom(...parkCodes);
    return fc.record({
      villages: fc.tuple(
        ...codes.map((code) =>
          fc.record({ code: fc.constant(code), name: text, criteria: fc.array(optional(fc.boolean()), { minLength: 6, maxLength: 6 }) }),
        ),
      ),
      parks: fc.tuple(
        ...parkCodes.map((code) => fc.record({ code: fc.constant(code), name: text, kind: optional(text), payer: optional(text) })),
      ),
      projects: fc.uniqueArray(
        fc.record({
          code: fc.constantFrom('X1', 'X2', 'X3'),
          village,
          name: text,
          mode: fc.constantFrom(...MODES),
          park: optional(park),
          funder: optional(text),
          capital: fc.nat(99999999999),
          start: month,
          rate: optional(share),
          late: optional(share),
          stage: fc.constantFrom(...STAGES),
        }),
        { selector: (project) => project.code, maxLength: 3 },
      ),
      targets: fc.uniqueArray(fc.record({ village, year: fc.integer({ min: 2019, max: 2022 }), amount: fc.nat(99_999_999_999) }), {
        selector: (target) => `${target.village} ${target.year}`,
        maxLength: 6,
      }),
      receipts: fc.uniqueArray(
        fc.record({
          village,
          mode: fc.constantFrom<Mode>(...MODES),
          industry: optional(fc.constantFrom<Industry>(...INDUSTRIES)),
          park: optional(park),
          project: fc.constant(null),
          month,
          amount: fen,
          reference: optional(text),
        }),
        { selector: receiptKey, maxLength: 20 },
      ),
    });
  });
type WrittenCounty = typeof COUNTY extends fc.Arbitrary<infer Value> ? Value : never;

const cell = (value: string | number | boolean | null): string =>
  `"${String(value === null ? '' : value === true ? 1 : value === false ? 0 : value).replaceAll('"', '""')}"`;
const csv = (header: string, rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(','))].join('\r\n');

/** An amount in 10,000 yuan, exactly. */
function inWan(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(7, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

async function writeFiles(folder: string, county: WrittenCounty, chinese: boolean): Promise<void> {
  const files: [string, string, unknown[]][] = [
    [
      'villages.csv',
      csv(
        chinese
          ? '村代码,村名,乡镇,条件1,条件2,条件3,条件4,条件5,条件6'
          : 'code,name,township,criterion_1,criterion_2,criterion_3,criterion_4,criterion_5,criterion_6',
        county.villages.map(({ code, name, criteria }) => [code, name, `镇${code.slice(0, 9)}`, ...criteria]),
      ),
      county.villages,
    ],
    [
      'parks.csv',
      csv(
        'code,name,kind,payer',
        county.parks.map(({ code, name, kind, payer }) => [code, name, kind, payer]),
      ),
      county.parks,
    ],
    [
      'projects.csv',
      csv(
        'code,village,name,mode,park,funder,capital,start,rate,late,stage',
        county.projects.map((row) => [
          row.code,
          row.village,
          row.name,
          row.mode,
          row.park,
          row.funder,
          row.capital / 100,
          formatMonth(row.start),
          row.rate,
          row.late,
          row.stage,
        ]),
      ),
      county.projects,
    ],
    [
      'targets.csv',
      csv(
        chinese ? '村,年度,目标(万元)' : 'village,year,amount',
        county.targets.map((row) => [row.village, row.year, chinese ? inWan(row.amount) : row.amount / 100]),
      ),
      county.targets,
    ],
    [
      'receipts.csv',
      csv(
        chinese ? '村,模式,产业,园区,月份,金额(万元),凭证号' : 'village,mode,industry,park,month,amount,reference',
        county.receipts.map((row) => [
          row.village,
          chinese ? MODE_WORDS[row.mode].zh : row.mode,
          row.industry && (chinese ? INDUSTRY_WORDS[row.industry].zh : row.industry),
          row.park,
          formatMonth(row.month),
          chinese ? inWan(row.amount) : row.amount / 100,
          row.reference,
        ]),
      ),
      county.receipts,
    ],
  ];
  for (const [name, content, rows] of files) if (rows.length) await writeFile(join(folder, name), content);
}

/** The record that the files should become; receipts without order. */
function expected(county: WrittenCounty): Pick<CountyRecord, 'villages' | 'parks' | 'projects' | 'targets'> & { receipts: unknown[] } {
  return {
    villages: county.villages.map(({ code, name, criteria }) => ({
      code,
      name,
      township: code.slice(0, 9),
      criteria: Object.fromEntries(
        CRITERIA.map((criterion, index) => [criterion, criteria[index]!]),
      ) as CountyRecord['villages'][number]['criteria'],
    })),
    parks: county.parks,
    projects: county.projects
      .map(({ rate, late, ...row }) => ({
        ...row,
        industry: null,
        capital: row.capital / 100,
        terms: { ...(rate === null ? {} : { rate }), ...(late === null ? {} : { late }) },
      }))
      .sort((left, right) => (left.code < right.code ? -1 : 1)),
    targets: county.targets
      .map((row) => ({ ...row, amount: row.amount / 100 }))
      .sort((left, right) => (`${left.village}${left.year}` < `${right.village}${right.year}` ? -1 : 1)),
    receipts: inOrder(county.receipts.map((row) => ({ ...row, reference: undefined, amount: row.amount / 100 }))),
  };
}

const inOrder = (rows: readonly unknown[]): unknown[] =>
  rows.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));

/** Two villages of one township with one name, each with a target for the same year. */
const NAMESAKES: WrittenCounty = {
  villages: ['451026101216', '451026101228'].map((code) => ({ code, name: '名a', criteria: [null, null, null, null, null, null] })),
  parks: [],
  projects: [],
  targets: ['451026101228', '451026101216'].map((village) => ({ village, year: 2021, amount: 0 })),
  receipts: [],
} as unknown as WrittenCounty;

test('whatever a county holds, its files become exactly that, in yuan or 10,000 yuan, in Chinese or English', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'planner-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await fc.assert(
    fc.asyncProperty(COUNTY, fc.boolean(), async (county, chinese) => {
      const own = await mkdtemp(join(folder, 'county-'));
      await writeFiles(own, county, chinese);
      const store = await openStore({ dataDirectory: ':memory:' });
      const options = { at: new Date('2020-07-01T00:00:00Z'), by: 'planner' };
      expect((await importFiles(store, [own], options)).batch).toBe(1);
      const { villages, parks, projects, targets, receipts } = await readCounty(store.db, '451026');
      expect({
        villages,
        parks,
        projects,
        targets,
        receipts: inOrder(receipts.map((row) => JSON.parse(JSON.stringify(row)) as unknown)),
      }).toEqual({
        ...expected(county),
        receipts: inOrder(expected(county).receipts.map((row) => JSON.parse(JSON.stringify(row)) as unknown)),
      });
      expect((await importFiles(store, [own], options)).batch).toBe(null);
      await store.close();
    }),
    { numRuns: 60, examples: [[NAMESAKES, false]] },
  );
});
