import { parseMonth, type Month } from '../../base/month.js';
import type { Mode } from '../../base/vocabulary.js';
import type { EntryOf } from '../register/register.js';
import { INSTRUMENTS, type Instrument, type instruments } from '../registers/instrument.js';

type Tag = EntryOf<typeof instruments>;

/** What a village received in a month in one mode, from one project or from none; in fen. */
export interface MonthlyReceipts {
  readonly village: string;
  readonly mode: Mode;
  readonly project: string | null;
  readonly month: Month;
  readonly amount: number;
}

/** What villages earned by one instrument; money in fen. */
export interface InstrumentIncome {
  readonly instrument: Instrument;
  readonly mode: Mode;
  /** Villages whose tag holds in the year, ascending by code. */
  readonly villages: readonly string[];
  /** Projects that are tagged with it. */
  readonly projects: number;
  readonly received: number;
  readonly yearBefore: number;
}

/**
 * What each instrument brought in a year and in the one before. A tag with a project counts what came from that project; one
 * without counts what its village received in the instrument's mode from no project, while the tag holds. Receipts that several tags
 * of one instrument name count once; those that two instruments name count for both.
 */
export function instrumentIncome(tags: readonly Tag[], receipts: readonly MonthlyReceipts[], year: number): InstrumentIncome[] {
  const byVillage = Map.groupBy(receipts, ({ village }) => village);
  return (Object.keys(INSTRUMENTS) as Instrument[]).flatMap((instrument) => {
    const { mode } = INSTRUMENTS[instrument];
    const own = tags.filter(({ values }) => values.instrument === instrument && holdsIn(values, year));
    if (own.length === 0) return [];
    const counted = new Set<MonthlyReceipts>();
    for (const { values } of tags.filter((tag) => tag.values.instrument === instrument)) {
      for (const receipt of byVillage.get(values.village) ?? []) {
        const isMeant = values.project === null ? receipt.project === null && receipt.mode === mode : receipt.project === values.project;
        if (isMeant && isWithin(values, receipt.month)) counted.add(receipt);
      }
    }
    const sumOf = (of: number) => [...counted].filter(({ month }) => yearOf(month) === of).reduce((sum, { amount }) => sum + amount, 0);
    return [
      {
        instrument,
        mode,
        villages: [...new Set(own.map(({ values }) => values.village))].sort(),
        projects: new Set(own.flatMap(({ values }) => (values.project === null ? [] : [values.project]))).size,
        received: sumOf(year),
        yearBefore: sumOf(year - 1),
      },
    ];
  });
}

const yearOf = (month: Month): number => Math.floor(month / 12);

const isWithin = ({ since, until }: Tag['values'], month: Month): boolean =>
  month >= (parseMonth(since) ?? -Infinity) && month <= ((until === null ? undefined : parseMonth(until)) ?? Infinity);

const holdsIn = ({ since, until }: Tag['values'], year: number): boolean =>
  Number(since.slice(0, 4)) <= year && (until === null || Number(until.slice(0, 4)) >= year);
