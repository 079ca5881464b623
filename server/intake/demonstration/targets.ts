import { toFen } from '../../base/money.js';
import { yearOf } from '../../base/month.js';
import type { ProjectRow, ReceiptRow, TargetRow } from '../tables.js';
import type { ListedVillage } from './villages.js';

/** What the county asks of every village, and of the twenty strongest, by year, yuan. 2020 is the article's (T1, T2). */
const ASKED: readonly { readonly year: number; readonly everyVillage: number; readonly strongest: number }[] = [
  { year: 2017, everyVillage: 10_000, strongest: 20_000 },
  { year: 2018, everyVillage: 20_000, strongest: 40_000 },
  { year: 2019, everyVillage: 30_000, strongest: 60_000 },
  { year: 2020, everyVillage: 50_000, strongest: 100_000 },
];

const STRONGEST = 20;

/**
 * Targets by village and year. The county picks the strongest by what they earned in 2019 and what their committed
 * projects promise: the one thing about a village that depends on the others.
 */
export function targetRows(
  villages: readonly ListedVillage[],
  receipts: readonly ReceiptRow[],
  projects: readonly ProjectRow[],
): TargetRow[] {
  const prospects = new Map(villages.map(({ code }) => [code, 0]));
  const add = (village: string, amount: number) => prospects.set(village, prospects.get(village)! + amount);
  for (const receipt of receipts) if (yearOf(receipt.month) === 2019) add(receipt.village, receipt.amount);
  for (const project of projects) if (project.stage === 'COMMITTED') add(project.village, project.capital * project.terms.rate!);
  const ranked = [...prospects].sort(([leftCode, left], [rightCode, right]) => right - left || (leftCode < rightCode ? -1 : 1));
  const strongest = new Set(ranked.slice(0, STRONGEST).map(([village]) => village));
  return villages.flatMap(({ code: village }) =>
    ASKED.map((asked) => ({ village, year: asked.year, amount: toFen(strongest.has(village) ? asked.strongest : asked.everyVillage) })),
  );
}
