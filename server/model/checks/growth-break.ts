import { MODES, type Mode } from '../../base/vocabulary.js';
import type { ModelDefaults } from '../../scenario/defaults.js';
import type { CountyFit } from '../fit.js';
import { measureGrowth, type Growth } from '../growth.js';
import type { Stream } from '../panel.js';
import { measureResiduals } from '../residual.js';

/** The last complete year's growth beside that of the years before. Logs. */
export interface GrowthBreak {
  /** Undefined: all modes together. */
  readonly mode: Mode | undefined;
  readonly last: number;
  readonly before: number;
  /** How many standard deviations lie between them. */
  readonly deviations: number;
}

/** Of five modes and their sum, one in sixty counties alarms by chance. */
const MOST_DEVIATIONS = 3;
const FEWEST_YEARS_BEFORE = 2;

/**
 * Checks that growth goes on as before (one drift for all years, section 2): was the last year's growth, of all modes or of
 * one, far outside what the years before, with variances fitted to them alone, led to expect? A break that is
 * clearest in all modes together is told once. Undefined where fewer than two years of growth lie before the last.
 */
export function checkGrowthBreak({ panel }: CountyFit, defaults: ModelDefaults): GrowthBreak[] | undefined {
  const years = panel.years - 1;
  if (years - 1 < FEWEST_YEARS_BEFORE) return undefined;
  const earlier = panel.streams.map((stream): Stream => ({
    ...stream,
    income: stream.income.slice(0, years),
    early: stream.early.slice(0, years),
  }));
  const before = measureGrowth(earlier, years, defaults);
  const whole = measureGrowth(panel.streams, panel.years, defaults);
  const ownVariance = measureResiduals(earlier, before, defaults).ownVariance;
  const ofAll = deviationOfAll(before, whole, years, ownVariance);
  const ofModes = MODES.flatMap((mode, m) => deviationOfMode(mode, m, before, whole, years, ownVariance) ?? []).filter(isBreak);
  if (ofAll !== undefined && isBreak(ofAll) && ofModes.every(({ deviations }) => Math.abs(deviations) <= Math.abs(ofAll.deviations)))
    return [ofAll];
  return ofModes;
}

const isBreak = ({ deviations }: GrowthBreak): boolean => Math.abs(deviations) > MOST_DEVIATIONS;

function deviationOfMode(
  mode: Mode,
  m: number,
  before: Growth,
  whole: Growth,
  lastYear: number,
  ownVariance: number,
): GrowthBreak | undefined {
  const pairs = whole.counts[m]![lastYear]!;
  const yearsBefore = before.modePairYears[m]!;
  if (pairs === 0 || yearsBefore < FEWEST_YEARS_BEFORE) return undefined;
  const last = whole.means[m]![lastYear]!;
  const variance =
    (before.countyVariance + before.modeVariance) * (1 + 1 / yearsBefore) + ownVariance * (1 / pairs + 1 / before.modePairs[m]!);
  return { mode, last, before: before.drift[m]!, deviations: (last - before.drift[m]!) / Math.sqrt(variance) };
}

/** All modes, each with its share of the last year's pairs. */
function deviationOfAll(before: Growth, whole: Growth, lastYear: number, ownVariance: number): GrowthBreak | undefined {
  const modes = MODES.map((_, m) => m).filter((m) => whole.counts[m]![lastYear]! > 0 && before.modePairYears[m]! >= FEWEST_YEARS_BEFORE);
  const pairs = modes.reduce((sum, m) => sum + whole.counts[m]![lastYear]!, 0);
  if (pairs === 0) return undefined;
  const weighted = (of: (m: number) => number) => modes.reduce((sum, m) => sum + (whole.counts[m]![lastYear]! / pairs) * of(m), 0);
  const concentration = modes.reduce((sum, m) => sum + (whole.counts[m]![lastYear]! / pairs) ** 2, 0);
  const yearsBefore = Math.min(...modes.map((m) => before.modePairYears[m]!));
  const pairsBefore = modes.reduce((sum, m) => sum + before.modePairs[m]!, 0);
  const last = weighted((m) => whole.means[m]![lastYear]!);
  const usual = weighted((m) => before.drift[m]!);
  const variance =
    (before.countyVariance + concentration * before.modeVariance) * (1 + 1 / yearsBefore) + ownVariance * (1 / pairs + 1 / pairsBefore);
  return { mode: undefined, last, before: usual, deviations: (last - usual) / Math.sqrt(variance) };
}
