import type { CountyRecord, ReceiptRecord } from '../base/county.js';
import { yearOf, type Month } from '../base/month.js';
import { MODES, type Industry, type Mode } from '../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../model/fit.js';
import { driftOf, planFor } from '../projection/drift.js';
import type { PlannedGrowth } from '../scenario/scenario.js';

/** What one source of a village's income brought in a month of the running year. Money in yuan. */
export interface MonthReceipt {
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  /** What reached the account in the month; 0 where nothing did. */
  readonly amount: number;
  /** From January to the end of the month. */
  readonly receivedSoFar: number;
  /** Share of a year's income that usually is in by the end of the month; null where the source is not projected. */
  readonly expectedShare: number | null;
  /** The median of what the years before and the plan lead to expect by the end of the month; null as above. */
  readonly expectedSoFar: number | null;
}

type Source = Pick<MonthReceipt, 'mode' | 'industry' | 'park' | 'project'>;

const sourceKey = ({ mode, industry, park, project }: Source): string => JSON.stringify([mode, industry, park, project]);

/**
 * What a village's sources brought in a month: every source that is expected to pay this year, also where it was silent, and
 * every other that paid. In the order of modes.
 * @param fit of the county up to that month
 */
export function monthReceipts(
  record: CountyRecord,
  fit: CountyFit,
  village: string,
  growth: readonly PlannedGrowth[],
  month: Month,
): MonthReceipt[] {
  const paid = record.receipts.filter(
    (receipt) => receipt.village === village && yearOf(receipt.month) === fit.panel.nextYear && receipt.month <= month,
  );
  const bySource = Map.groupBy(paid, sourceKey);
  const streams = new Map(
    fit.streams.filter(({ stream }) => stream.village === village).map((streamFit) => [sourceKey(streamFit.stream), streamFit]),
  );
  const sources = new Map<string, Source>([
    ...[...streams].filter(([, { alive }]) => alive).map(([key, { stream }]): [string, Source] => [key, stream]),
    ...[...bySource].map(([key, own]): [string, Source] => [key, own[0]!]),
  ]);
  return [...sources]
    .map(([key, { mode, industry, park, project }]) => {
      const own = bySource.get(key) ?? [];
      return {
        mode,
        industry,
        park,
        project,
        amount: sumOf(own.filter((receipt) => receipt.month === month)),
        receivedSoFar: sumOf(own),
        ...expectation(fit, streams.get(key), growth),
      };
    })
    .filter(({ amount, expectedShare }) => amount !== 0 || expectedShare !== null)
    .sort((left, right) => MODES.indexOf(left.mode) - MODES.indexOf(right.mode) || (sourceKey(left) < sourceKey(right) ? -1 : 1));
}

function expectation(
  fit: CountyFit,
  streamFit: StreamFit | undefined,
  growth: readonly PlannedGrowth[],
): Pick<MonthReceipt, 'expectedShare' | 'expectedSoFar'> {
  if (!streamFit?.alive || streamFit.level === undefined || fit.panel.closedMonths === 0)
    return { expectedShare: null, expectedSoFar: null };
  const { level, share, stream } = streamFit;
  const drift = driftOf(fit, streamFit, planFor(growth, stream.mode, fit.panel.nextYear));
  return { expectedShare: Math.exp(share), expectedSoFar: Math.exp(level + drift + share) };
}

/** Sums of fen are exact: what binary addition of yuan left behind is dropped. */
const sumOf = (receipts: readonly ReceiptRecord[]): number => Math.round(receipts.reduce((sum, { amount }) => sum + amount, 0) * 100) / 100;
