import type { CountyRecord } from '../../base/county.js';
import { monthOf, type Month } from '../../base/month.js';
import { MODES } from '../../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../../model/fit.js';
import type { DefaultTerms } from '../../scenario/defaults.js';

/** What a village was to have received by a month, and how much of a year usually is in by then. */
export interface Pace {
  /** Yuan; null where nothing is known that would pay. */
  readonly expected: number | null;
  /** Share of a year's income that is in by the month, between 0 and 1. */
  readonly share: number;
}

/**
 * What each village was to have received by now, by its code: the year's income as it was expected when the year began,
 * each stream at its own season (model, section 3, "The running year": λ), committed projects month by month. Income comes
 * late in the year; a straight line would call most villages behind.
 * @param now the county fitted up to the month
 * @param before fitted up to the December before; undefined where that year was not complete
 */
export function expectedByNow(
  { record, now, before }: { readonly record: CountyRecord; readonly now: CountyFit; readonly before: CountyFit | undefined },
  month: Month,
  terms: DefaultTerms,
): ReadonlyMap<string, Pace> {
  const shares = new Map(now.streams.map((stream) => [stream.stream.key, shareOf(stream)]));
  const usual = usualShare(now);
  const expected = new Map<string, number>();
  const byVillage = new Map<string, { yearly: number; early: number }>();
  for (const stream of before?.streams ?? []) {
    if (!stream.alive || stream.level === undefined) continue;
    const { village, key } = stream.stream;
    const yearly = expectedYear(before!, stream);
    const early = yearly * (shares.get(key) ?? usual);
    expected.set(village, (expected.get(village) ?? 0) + early);
    const sums = byVillage.get(village) ?? { yearly: 0, early: 0 };
    byVillage.set(village, { yearly: sums.yearly + yearly, early: sums.early + early });
  }
  for (const { record: project, committed } of before?.panel.youngProjects ?? []) {
    if (!committed) continue;
    const due = project.capital * dueShare({ ...terms, ...project.terms }, project.start, month);
    if (due > 0) expected.set(project.village, (expected.get(project.village) ?? 0) + due);
  }
  return new Map(
    record.villages.map(({ code }) => {
      const sums = byVillage.get(code);
      return [code, { expected: expected.get(code) ?? null, share: sums && sums.yearly > 0 ? sums.early / sums.yearly : usual }];
    }),
  );
}

/** Whole in December, when no month of the year is still open. */
const shareOf = ({ share }: StreamFit): number => (Number.isNaN(share) ? 1 : Math.min(1, Math.exp(share)));

/** The share that all streams together usually have in by the month. */
function usualShare({ streams, panel }: CountyFit): number {
  let [yearly, early] = [0, 0];
  for (const { stream } of streams) {
    for (const income of stream.income) yearly += Math.max(0, income);
    for (const income of stream.early) early += Math.max(0, income);
  }
  if (panel.closedMonths === 0) return 1;
  return yearly > 0 ? Math.min(1, early / yearly) : panel.closedMonths / 12;
}

/** Expected income of a stream in the year after the fit: the mean of a lognormal, paid unless the stream has ended. */
function expectedYear(fit: CountyFit, { stream, level, levelVariance, scale }: StreamFit): number {
  const mode = fit.modes[MODES.indexOf(stream.mode)]!;
  const variance =
    levelVariance +
    mode.driftVariance +
    fit.countyVariance +
    fit.modeVariance +
    (stream.park === null ? 0 : fit.parkVariance) +
    scale * (fit.permanentVariance + fit.transitoryVariance);
  return Math.exp(level! + mode.drift + variance / 2) * (1 - mode.cessation);
}

const MOST_DELAY = 120;

/** Share of its capital that a project is expected to have brought by a month, in the month's year (model, section 3, "Grants"). */
function dueShare({ rate, delay, failure, insured, premium, late }: DefaultTerms, start: Month, month: Month): number {
  const january = monthOf(Math.floor(month / 12), 1);
  const closed = month - january + 1;
  const deliver = 1 / (1 + delay);
  let months = 0;
  for (let extra = 0, probability = deliver; extra < MOST_DELAY && probability > 1e-9; extra++, probability *= 1 - deliver) {
    months += probability * Math.min(closed, Math.max(0, january + closed - start - extra));
  }
  return (1 - premium) * rate * (months / 12) * (1 - failure * (1 - insured)) * (1 - late);
}
