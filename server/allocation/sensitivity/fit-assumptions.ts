import { MODES, MODE_WORDS } from '../../base/vocabulary.js';
import type { CountyFit, ModeFit, VarianceFreedom } from '../../model/fit.js';
import type { Words } from '../../base/words.js';
import type { Range } from '../../scenario/ranges.js';
import type { Comparable } from '../comparison-checks.js';
import { deviationRange, normalRange, probabilityRange } from './sensible-range.js';
import { varied, type VariedAssumption } from './varied-assumption.js';

const LOG_GROWTH: Range = { least: -3, most: 3 };
const DEVIATION: Range = { least: 0, most: 3 };
/** A stream that ends for certain leaves nothing to project, so cessation stays below one. */
const CESSATION: Range = { least: 0, most: 0.99 };

type VarianceName = 'countyVariance' | 'modeVariance' | 'parkVariance' | 'permanentVariance' | 'transitoryVariance' | 'shareVariance';

const VOLATILITIES: readonly { name: string; of: VarianceName; freedom: keyof VarianceFreedom; label: Words }[] = [
  { name: 'countySd', of: 'countyVariance', freedom: 'county', label: { zh: '全县年景的波动', en: 'volatility common to the county' } },
  { name: 'modeSd', of: 'modeVariance', freedom: 'mode', label: { zh: '同一模式的波动', en: 'volatility common to a mode' } },
  { name: 'parkSd', of: 'parkVariance', freedom: 'park', label: { zh: '同一园区的波动', en: 'volatility common to a park' } },
  { name: 'permanentSd', of: 'permanentVariance', freedom: 'own', label: { zh: '单项收入的长久变动', en: 'lasting changes of a stream' } },
  {
    name: 'transitorySd',
    of: 'transitoryVariance',
    freedom: 'transitory',
    label: { zh: '单项收入的一次性波动', en: 'passing deviations of a stream' },
  },
  { name: 'shareSd', of: 'shareVariance', freedom: 'share', label: { zh: '到账早晚的波动', en: 'volatility of payment times' } },
];

/**
 * What was estimated from the history and could lie off: drift, volatilities, cessation, each with all else as fitted. Where
 * several counties are projected a number is their mean; another value shifts the drift of each by as much, and multiplies
 * deviations and probabilities of each by as much.
 */
export function fitAssumptions(base: Comparable): VariedAssumption[] {
  return [
    ...MODES.map((_, m) => driftOf(base, m)),
    ...VOLATILITIES.flatMap((volatility) => volatilityOf(base, volatility)),
    ...MODES.map((_, m) => cessationOf(base, m)),
  ];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const withFits = ({ scenario, counties }: Comparable, change: (fit: CountyFit) => CountyFit): Comparable => ({
  scenario,
  counties: counties.map((county) => ({ ...county, fit: change(county.fit) })),
});

const withMode = (fit: CountyFit, mode: number, change: (own: ModeFit) => ModeFit): CountyFit => ({
  ...fit,
  modes: fit.modes.map((own, m) => (m === mode ? change(own) : own)),
});

const ofMode = (base: Comparable, mode: number): ModeFit[] => base.counties.map(({ fit }) => fit.modes[mode]!);

/** The drift moves, and its error about the new value stays: it is how sure one would be there too. */
function driftOf(base: Comparable, mode: number): VariedAssumption {
  const fits = ofMode(base, mode);
  const value = mean(fits.map(({ drift }) => drift));
  const { zh, en } = MODE_WORDS[MODES[mode]!];
  return varied(
    {
      name: `drift.${MODES[mode]!}`,
      group: 'DRIFT',
      unit: 'LOG',
      label: { zh: `${zh}：历史趋势`, en: `${en}: drift` },
      value,
      ...LOG_GROWTH,
      ...normalRange(value, mean(fits.map(({ driftVariance }) => Math.sqrt(driftVariance)))),
    },
    (on, moved) => withFits(on, (fit) => withMode(fit, mode, (own) => ({ ...own, drift: own.drift + (moved - value) }))),
  );
}

function volatilityOf(base: Comparable, { name, of, freedom, label }: (typeof VOLATILITIES)[number]): VariedAssumption[] {
  const fits = base.counties.map(({ fit }) => fit);
  const variances = fits.flatMap((fit) => fit[of] ?? []);
  // Nothing of the running year is known: payment times play no part.
  if (variances.length < fits.length) return [];
  const value = mean(variances.map(Math.sqrt));
  const observations = mean(fits.map((fit) => fit.freedom[freedom]!));
  return [
    varied(
      { name, group: 'VOLATILITY', unit: 'LOG', label, value, ...DEVIATION, ...deviationRange(value, observations) },
      (on, deviation) => withFits(on, (fit) => ({ ...fit, [of]: value > 0 ? fit[of]! * (deviation / value) ** 2 : deviation ** 2 })),
    ),
  ];
}

function cessationOf(base: Comparable, mode: number): VariedAssumption {
  const fits = ofMode(base, mode);
  const value = mean(fits.map(({ cessation }) => cessation));
  const { zh, en } = MODE_WORDS[MODES[mode]!];
  return varied(
    {
      name: `cessation.${MODES[mode]!}`,
      group: 'CESSATION',
      unit: 'SHARE',
      label: { zh: `${zh}：一年内中断的可能`, en: `${en}: chance to end within a year` },
      value,
      ...CESSATION,
      ...probabilityRange(value, mean(fits.map(({ cessationYears }) => cessationYears))),
    },
    (on, probability) =>
      withFits(on, (fit) =>
        withMode(fit, mode, (own) => ({
          ...own,
          cessation: Math.min(CESSATION.most, value > 0 ? own.cessation * (probability / value) : probability),
        })),
      ),
  );
}
