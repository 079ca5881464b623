import { parseArgs } from 'node:util';
import { forecastCounty } from '../../server/projection/backtest.js';
import { BACKTEST_CLOSED_MONTHS } from '../../server/projection/backtest-plan.js';
import { scoreByClosedMonths, scoreEvent, scoreEvents, type Backtest, type EventScore } from '../../server/projection/backtest-score.js';
import { MODEL_DEFAULTS } from '../../server/scenario/defaults.js';
import { BROKEN_LAWS, generateCounty, MODEL_LAW, type CountyLaw } from '../projection/generated-county.js';

/**
 * How good the forecasts are where the truth is known: backtests over generated counties, drawn from the model's own law
 * and from laws that break it. Intervals count a county-year as one event; "wide" and "NARROW" mark forecasts whose
 * interval of coverage lies wholly above or below its level. Of numbers that are right, one in twenty is marked by chance.
 *
 * tsx test/bench/calibration.ts --counties 200 --villages 20 --years 10 --trials 1000 --seed 1
 */
const { values } = parseArgs({
  options: {
    counties: { type: 'string', default: '40' },
    villages: { type: 'string', default: '20' },
    years: { type: 'string', default: '10' },
    trials: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const counties = Number(values.counties);
const villages = Number(values.villages);
const years = Number(values.years);
const trials = Number(values.trials);
const seed = Number(values.seed);

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const coverageOf = ({ coverage }: Backtest): string[] =>
  coverage.map(({ level, share, low, high }) => {
    const off = level < low ? ' wide' : level > high ? ' NARROW' : '';
    return `${100 * level}%: ${percent(share)} [${percent(low)}, ${percent(high)}]${off}`;
  });

function print(backtest: Backtest): void {
  const { closedMonths, countyYears, forecasts, brier, brierClimatology, crps, crpsNaive, reliability } = backtest;
  const scores = [`Brier ${brier.toFixed(4)} of ${brierClimatology.toFixed(4)}`, `CRPS ${crps.toFixed(4)} of ${crpsNaive.toFixed(4)}`];
  console.log(
    `  k=${closedMonths} ${countyYears} county-years, ${forecasts} forecasts | ${[...coverageOf(backtest), ...scores].join(' | ')}`,
  );
  console.log(
    `    said→happened: ${reliability.map(({ forecast, observed, count }) => `${percent(forecast)}→${percent(observed)} (${count})`).join(', ')}`,
  );
}

/** Coverage by how many complete years the forecast stood on: where history is short, priors carry it. */
function printByHistory(events: readonly EventScore[], firstYear: number): void {
  for (const [least, most] of [
    [1, 1],
    [2, 2],
    [3, 4],
    [5, years],
  ] as const) {
    const own = events.filter(({ year, closedMonths }) => closedMonths === 0 && year - firstYear >= least && year - firstYear <= most);
    if (own.length === 0) continue;
    console.log(
      `  k=0 after ${least === most ? least : `${least} to ${most}`} complete years | ${coverageOf(scoreEvents(0, own)).join(' | ')}`,
    );
  }
}

const laws: readonly (readonly [string, CountyLaw])[] = [['the model itself', MODEL_LAW], ...Object.entries(BROKEN_LAWS)];
console.log(`${counties} counties of ${villages} villages and ${years} years, ${trials} trials, seed ${seed}`);
for (const [name, law] of laws) {
  console.log(`\n${name}`);
  const options = { closedMonths: BACKTEST_CLOSED_MONTHS, trials, seed, defaults: MODEL_DEFAULTS };
  const events: EventScore[] = [];
  for (let number = 0; number < counties; number++) {
    const record = generateCounty(seed, number, { ...law, villages, years });
    for (const { chunk, forecasts } of forecastCounty(record, options)) events.push(scoreEvent(chunk, forecasts));
  }
  scoreByClosedMonths(BACKTEST_CLOSED_MONTHS, events).forEach(print);
  printByHistory(events, law.firstYear);
}
