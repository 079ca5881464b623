import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CountyRecord } from '../../server/base/county.js';
import { parseMonth } from '../../server/base/month.js';
import { CRITERIA, type Industry, type Mode, type Stage } from '../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';

/** A case of test/fixtures/reference/cases: a county in the import format's canonical form, and scenarios for it. */
export interface ReferenceCase {
  readonly county: CountyRecord;
  readonly scenarios: readonly ScenarioSpec[];
}

type Row = Record<string, string>;

/** Reads a case by the plainest means, not by the product's import, so that a fault there cannot hide one in the model. */
export function readCase(folder: string): ReferenceCase {
  const table = (name: string): Row[] => {
    const path = join(folder, `${name}.csv`);
    return existsSync(path) ? (parse(readFileSync(path), { columns: true }) as Row[]) : [];
  };
  const text = (value: string | undefined) => value || null;
  const written = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { asOf?: string; scenarios: ScenarioSpec[] };
  const villages = table('villages');
  const receipts = table('receipts').map((row) => ({
    village: row.village!,
    mode: row.mode as Mode,
    industry: text(row.industry) as Industry | null,
    park: text(row.park),
    project: text(row.project),
    month: parseMonth(row.month!)!,
    amount: Number(row.amount),
  }));
  const townships = new Map(villages.map((row) => [row.township_code!, row.township!]));
  const code = villages[0]!.code!.slice(0, 6);
  return {
    scenarios: written.scenarios,
    county: {
      code,
      name: code,
      demonstration: false,
      asOf: written.asOf === undefined ? Math.max(...receipts.map(({ month }) => month)) : parseMonth(written.asOf),
      townships: [...townships].map(([township, name]) => ({ code: township, name })),
      villages: villages.map((row) => ({
        code: row.code!,
        name: row.name!,
        township: row.township_code!,
        criteria: Object.fromEntries(
          CRITERIA.map((criterion, i) => [criterion, ({ '1': true, '0': false } as const)[row[`criterion_${i + 1}`] ?? ''] ?? null]),
        ) as never,
      })),
      parks: table('parks').map((row) => ({ code: row.code!, name: row.name!, kind: text(row.kind), payer: text(row.payer) })),
      projects: table('projects').map((row) => ({
        code: row.code!,
        village: row.village!,
        name: row.name!,
        mode: row.mode as Mode,
        industry: null,
        park: text(row.park),
        funder: text(row.funder),
        capital: Number(row.capital),
        start: parseMonth(row.start!)!,
        terms: Object.fromEntries(
          (['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late'] as const).flatMap((name) =>
            row[name] ? [[name, Number(row[name])]] : [],
          ),
        ),
        stage: (row.stage || 'COMMITTED').toUpperCase() as Stage,
      })),
      targets: table('targets').map((row) => ({ village: row.village!, year: Number(row.year), amount: Number(row.amount) })),
      receipts,
    },
  };
}
