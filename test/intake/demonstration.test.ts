import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toYuan } from '../../server/base/money.js';
import { formatMonth, monthInYear, monthOf, yearOf } from '../../server/base/month.js';
import { CRITERIA, MODES, type Mode } from '../../server/base/vocabulary.js';
import { TRUE_GROWTH } from '../../server/intake/demonstration/growth.js';
import { readVillageList } from '../../server/intake/demonstration/villages.js';
import { demonstrationCounty, demonstrationFiles } from '../../server/intake/demonstration.js';
import type { ReceiptRow } from '../../server/intake/tables.js';

const county = demonstrationCounty();
const { villages, receipts, targets, parks, projects } = county;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const yuan = (rows: readonly ReceiptRow[]): number => sum(rows.map(({ amount }) => toYuan(amount)));
const countOf = <Row>(rows: readonly Row[], holds: (row: Row) => boolean): number => rows.filter(holds).length;
const inYear = (year: number) => receipts.filter(({ month }) => yearOf(month) === year);

/** Share of a year's income that is in by the end of a month. */
const shareBy = (month: number, rows: readonly ReceiptRow[]): number =>
  yuan(rows.filter((row) => monthInYear(row.month) <= month)) / yuan(rows);

/** Income of each village in a year, smallest first. */
const incomes = (year: number): number[] => {
  const byVillage = Map.groupBy(inYear(year), ({ village }) => village);
  return villages.map(({ code }) => yuan(byVillage.get(code) ?? [])).sort((left, right) => left - right);
};

const eligible = new Set(
  villages.filter(({ criteria }) => CRITERIA.every((criterion) => criteria[criterion] === true)).map(({ code }) => code),
);

const streams = [
  ...Map.groupBy(receipts, ({ village, mode, industry, park, project }) => [village, mode, industry, park, project].join('|')).values(),
].map((rows) => {
  const years = Map.groupBy(rows, ({ month }) => yearOf(month));
  const income = (year: number): number => yuan(years.get(year) ?? []);
  return { ...rows[0]!, firstYear: Math.min(...years.keys()), income };
});

describe('what is real', () => {
  test('the 130 villages and 9 townships of the article, from the list of 2023', () => {
    expect(villages).toHaveLength(130);
    expect(new Set(villages.map(({ townshipCode }) => townshipCode)).size).toBe(9);
    expect(villages.map(({ name }) => name)).not.toContain('科冬社区');
    expect(villages[3]).toMatchObject({ code: '451026100201', name: '永宁村', townshipCode: '451026100', township: '城厢镇' });
    expect(villages.every(({ code, townshipCode }) => code.startsWith(townshipCode))).toBe(true);
  });

  test('the three parks and the two family farms', () => {
    expect(parks.map(({ name, payer }) => [name, payer])).toEqual([
      ['生态养殖扶贫产业示范园', '德康养猪场'],
      ['兴边富民芒果产业园', '芒果园承包方(示例)'],
      ['鲜茧集中加工产业园', '鲜茧加工厂(示例)'],
    ]);
    expect(projects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['农信村农信家庭农场生猪代养', '三章村三章家庭农场生猪代养', '德康村入股德康种猪场']),
    );
  });
});

describe('form', () => {
  test('no key occurs twice, and every code is known', () => {
    const keys = receipts.map((row) =>
      JSON.stringify([row.village, row.mode, row.industry, row.park, row.project, row.month, row.reference]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const unknown = (wanted: readonly (string | null)[], known: readonly { code: string }[]) =>
      wanted.filter((code) => code !== null && known.every((row) => row.code !== code));
    expect(
      unknown(
        [...receipts, ...targets, ...projects].map(({ village }) => village),
        villages,
      ),
    ).toEqual([]);
    expect(
      unknown(
        receipts.map(({ park }) => park),
        parks,
      ),
    ).toEqual([]);
    expect(
      unknown(
        receipts.map(({ project }) => project),
        projects,
      ),
    ).toEqual([]);
    expect(new Set(projects.map(({ code }) => code)).size).toBe(projects.length);
  });

  test('receipts from 2017-01 to 2020-05, in whole yuan, marked as generated', () => {
    expect(formatMonth(receipts[0]!.month)).toBe('2017-01');
    expect(formatMonth(receipts.at(-1)!.month)).toBe('2020-05');
    expect(receipts.every(({ amount }) => amount !== 0 && amount % 100 === 0)).toBe(true);
    expect(new Set(receipts.map(({ source }) => source.file))).toEqual(new Set(['demonstration']));
    const vouchers = countOf(receipts, ({ reference }) => reference?.startsWith('记') ?? false) / receipts.length;
    expect(vouchers).toBeGreaterThan(0.6);
    expect(vouchers).toBeLessThan(0.85);
  });

  test('the files hold the same county', () => {
    const files = demonstrationFiles();
    const rowsOf = (file: string): Record<string, string>[] => parse(files[file]!, { columns: true });
    expect(rowsOf('villages.csv')).toHaveLength(130);
    expect(rowsOf('projects.csv').map(({ code, stage }) => [code, stage!.toUpperCase()])).toEqual(
      projects.map(({ code, stage }) => [code, stage]),
    );
    expect(rowsOf('receipts.csv').map(({ village, month, amount }) => [village, month, Number(amount)])).toEqual(
      receipts.map(({ village, month, amount }) => [village, formatMonth(month), toYuan(amount)]),
    );
    expect(files['parks.csv']).toBe(
      'code,name,kind,payer\n' +
        'NAPO-LIVESTOCK,生态养殖扶贫产业示范园,生猪养殖,德康养猪场\n' +
        'NAPO-MANGO,兴边富民芒果产业园,芒果种植,芒果园承包方(示例)\n' +
        'NAPO-COCOON,鲜茧集中加工产业园,鲜茧加工,鲜茧加工厂(示例)\n',
    );
  });
});

describe('chance', () => {
  test('every call gives the same county', () => {
    expect(demonstrationCounty()).toEqual(county);
  });

  test('a village left out changes no other', () => {
    const [, ...fewer] = readVillageList();
    const without = demonstrationCounty(fewer);
    const of = (rows: readonly ReceiptRow[]) =>
      rows.filter(({ village }) => village !== villages[0]!.code).map((row) => ({ ...row, source: null }));
    expect(of(without.receipts)).toEqual(of(receipts));
    expect(without.villages).toEqual(villages.slice(1));
    expect(without.projects).toEqual(projects.filter(({ village }) => village !== villages[0]!.code));
  });
});

describe('income', () => {
  test('in 2019 about a third of the villages are above 50,000 yuan and a handful above 100,000, with a long right tail', () => {
    const values = incomes(2019);
    expect(countOf(values, (value) => value > 50_000)).toBeOneOf([40, 41, 42, 43, 44, 45, 46, 47]);
    expect(countOf(values, (value) => value > 100_000)).toBeOneOf([4, 5, 6, 7, 8]);
    expect(mean(values)).toBeGreaterThan(1.2 * values[65]!);
    expect(values.at(-1)!).toBeGreaterThan(5 * values[65]!);
    expect(sum(values.slice(-13)) / sum(values)).toBeGreaterThan(0.25);
  });

  test('industry brings near half of all income of 2019, and every mode something', () => {
    const total = yuan(inYear(2019));
    const share = (mode: Mode) => yuan(inYear(2019).filter((row) => row.mode === mode)) / total;
    expect(share('INDUSTRY')).toBeGreaterThan(0.48);
    expect(share('INDUSTRY')).toBeLessThan(0.55);
    for (const mode of MODES) expect(share(mode)).toBeGreaterThan(0.05);
  });

  test('the county seat has more rents and services, border townships have less income', () => {
    const seat = inYear(2019).filter(({ village }) => village.startsWith('451026100'));
    const others = inYear(2019).filter(({ village }) => !village.startsWith('451026100'));
    const share = (rows: readonly ReceiptRow[]) => yuan(rows.filter(({ mode }) => mode === 'PROPERTY' || mode === 'SERVICE')) / yuan(rows);
    expect(share(seat)).toBeGreaterThan(1.3 * share(others));
    const median = (townships: readonly string[]) => {
      const inside = villages.filter(({ townshipCode }) => townships.includes(townshipCode));
      const totals = inside.map(({ code }) => yuan(inYear(2019).filter(({ village }) => village === code)));
      return totals.sort((left, right) => left - right)[Math.floor(totals.length / 2)]!;
    };
    expect(median(['451026101', '451026205', '451026207', '451026208'])).toBeLessThan(0.75 * median(['451026100']));
  });

  test('at most four streams a village, and a few villages without any income', () => {
    const perVillage = Map.groupBy(streams, ({ village }) => village);
    expect(Math.max(...[...perVillage.values()].map((own) => own.length))).toBe(4);
    expect(villages.length - perVillage.size).toBeOneOf([3, 4, 5, 6]);
  });

  test.each(MODES)('%s grows near its true rate', (mode) => {
    const ofMode = streams.filter((stream) => stream.mode === mode);
    const yearly = [2018, 2019].map((year) => {
      const pairs = ofMode.filter((stream) => stream.income(year - 1) > 0 && stream.income(year) > 0);
      return mean(pairs.map((stream) => Math.log(stream.income(year) / stream.income(year - 1))));
    });
    // In the mean log step shocks take off half their variance and ends of streams add theirs: together less than 0.01.
    expect(Math.abs(Math.exp(mean(yearly)) - 1 - TRUE_GROWTH[mode])).toBeLessThan(0.02);
  });

  test('about two streams in a hundred end in a year, and new ones begin in every year', () => {
    const paying = [2017, 2018].flatMap((year) =>
      streams.filter((stream) => stream.income(year) > 0).map((stream) => stream.income(year + 1) > 0),
    );
    const ended = countOf(paying, (lasts) => !lasts) / paying.length;
    expect(ended).toBeGreaterThan(0.01);
    expect(ended).toBeLessThan(0.03);
    for (const year of [2018, 2019, 2020]) expect(countOf(streams, ({ firstYear }) => firstYear === year)).toBeGreaterThan(10);
  });

  test('parks take part in two modes, and streams belong to each of them', () => {
    for (const { code } of parks) expect(countOf(streams, ({ park }) => park === code)).toBeGreaterThanOrEqual(8);
    expect(new Set(streams.filter(({ park }) => park === 'NAPO-COCOON').map(({ mode }) => mode))).toEqual(
      new Set(['INDUSTRY', 'PROPERTY']),
    );
  });
});

describe('the year', () => {
  const years = [2017, 2018, 2019];

  test('about a fifth of the income is in by mid-year, and no two years are alike', () => {
    const shares = years.map((year) => shareBy(6, inYear(year)));
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.22);
    }
    expect(new Set(shares).size).toBe(3);
  });

  test('each mode has a season of its own', () => {
    const [industry, property, service, resource, tourism] = MODES.map((mode) =>
      mean(
        years.map((year) =>
          shareBy(
            6,
            inYear(year).filter((row) => row.mode === mode),
          ),
        ),
      ),
    ) as [number, number, number, number, number];
    for (const late of [industry, resource]) expect(late).toBeLessThan(0.17);
    for (const middle of [property, tourism]) {
      expect(middle).toBeGreaterThan(0.2);
      expect(middle).toBeLessThan(0.3);
    }
    expect(service).toBeGreaterThan(0.3);
  });

  test('one-off receipts, and a few corrections below zero', () => {
    expect(countOf(receipts, ({ reference }) => reference?.startsWith('一次性') ?? false)).toBeGreaterThan(20);
    const corrections = receipts.filter(({ amount }) => amount < 0);
    expect(corrections.length).toBeGreaterThanOrEqual(4);
    expect(corrections.length).toBeLessThanOrEqual(12);
    expect(corrections.every(({ reference }) => reference?.startsWith('更正') ?? false)).toBe(true);
  });

  test('rents that are due at the end of a quarter stand later where the report was late, but never in another year', () => {
    const rents = receipts.filter(({ mode, project, amount }) => mode === 'PROPERTY' && project === null && amount > 0);
    const withinYear = rents.filter(({ month }) => monthInYear(month) < 12);
    const late = countOf(withinYear, ({ month }) => monthInYear(month) % 3 !== 0) / withinYear.length;
    expect(late).toBeGreaterThan(0.03);
    expect(late).toBeLessThan(0.15);
    expect(countOf(rents, ({ month }) => monthInYear(month) < 3)).toBe(0);
  });

  test('some villages have not reported up to the as-of month', () => {
    const reports = (village: string, from: number, to: number) =>
      receipts.some(({ village: own, month }) => own === village && month >= from && month <= to);
    const silent = villages.filter(
      ({ code }) =>
        [2018, 2019].every((year) => reports(code, monthOf(year, 4), monthOf(year, 5))) &&
        !reports(code, monthOf(2020, 4), monthOf(2020, 5)),
    );
    expect(silent.length).toBeGreaterThanOrEqual(3);
    expect(silent.length).toBeLessThanOrEqual(15);
  });
});

describe('projects', () => {
  const committed = projects.filter(({ stage }) => stage === 'COMMITTED');
  const yearsPaid = (year: number) => new Set(inYear(year).flatMap(({ project }) => (project ? [project] : []))).size;

  test('about thirty committed ones of 500,000 yuan of 2019, and some that are not yet past 公示', () => {
    expect(committed.length).toBeGreaterThanOrEqual(28);
    expect(committed.length).toBeLessThanOrEqual(32);
    expect(new Set(projects.map(({ capital }) => toYuan(capital)))).toEqual(new Set([500_000]));
    expect(projects.length - committed.length).toBeGreaterThanOrEqual(4);
    expect(committed.every(({ start }) => start >= monthOf(2019, 9) && start <= monthOf(2020, 10))).toBe(true);
    expect(countOf(committed, ({ village }) => eligible.has(village))).toBeGreaterThan(0.8 * committed.length);
  });

  test('promise 3 to 10 percent, mostly 4.5 to 9, from four funders', () => {
    const rates = committed.map(({ terms }) => terms.rate!);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.03);
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.1);
    expect(countOf(rates, (rate) => rate >= 0.045 && rate <= 0.09)).toBeGreaterThan(0.8 * rates.length);
    expect(new Set(committed.map(({ funder }) => funder))).toEqual(new Set(['中央扶持资金', '自治区扶持资金', '县级扶持资金', '后援单位']));
  });

  test('some have paid in 2019, some first in 2020, none before it was past 公示', () => {
    expect(yearsPaid(2019)).toBeGreaterThanOrEqual(2);
    expect(yearsPaid(2020)).toBeGreaterThanOrEqual(3);
    const paying = new Set(receipts.flatMap(({ project }) => (project ? [project] : [])));
    expect([...paying].every((code) => committed.some((project) => project.code === code))).toBe(true);
  });
});

describe('conditions and targets', () => {
  test('about 95 villages meet all six conditions; some are not judged, some fail', () => {
    const verdicts = villages.map(({ criteria }) => Object.values(criteria));
    expect(eligible.size).toBeGreaterThanOrEqual(90);
    expect(eligible.size).toBeLessThanOrEqual(100);
    expect(countOf(verdicts, (own) => own.includes(null))).toBeGreaterThanOrEqual(8);
    expect(countOf(verdicts, (own) => own.includes(false))).toBeGreaterThanOrEqual(12);
  });

  test('in 2020 110 villages shall reach 50,000 yuan and the 20 strongest 100,000; less was asked before', () => {
    const asked = (year: number) =>
      Object.fromEntries(
        [...Map.groupBy(targets, (row) => `${row.year} ${toYuan(row.amount)}`)]
          .filter(([key]) => key.startsWith(String(year)))
          .map(([key, rows]) => [key.slice(5), rows.length]),
      );
    expect([2017, 2018, 2019, 2020].map(asked)).toEqual([
      { 10000: 110, 20000: 20 },
      { 20000: 110, 40000: 20 },
      { 30000: 110, 60000: 20 },
      { 50000: 110, 100000: 20 },
    ]);
    const strong = new Set(targets.filter(({ year, amount }) => year === 2020 && amount === 10_000_000).map(({ village }) => village));
    const income = (of: (village: string) => boolean) => yuan(inYear(2019).filter(({ village }) => of(village)));
    expect(income((village) => strong.has(village)) / 20).toBeGreaterThan(2 * (income((village) => !strong.has(village)) / 110));
  });
});
