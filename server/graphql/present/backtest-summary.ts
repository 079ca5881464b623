import type { Language } from '../../base/errors/problem.js';
import type { Backtest } from '../../projection/backtest-score.js';
import type { ReliabilityBin } from '../../statistics/reliability.js';

/** Below so many independent events a share says little, and so does its interval: the sentence says so instead. */
const FEW_COUNTY_YEARS = 10;
const FEWEST_IN_BIN = 10;
/** What is told of: hopes that are neither even nor nearly certain. */
const TOLD = { from: 0.5, to: 0.9 };

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** The fullest bin of chances between 50% and 90%, or of all where too little was said there. */
function toldBin(bins: readonly ReliabilityBin[]): ReliabilityBin | undefined {
  const fullest = (some: readonly ReliabilityBin[]) => some.toSorted((left, right) => right.count - left.count)[0];
  return fullest(bins.filter(({ from, to, count }) => from >= TOLD.from && to <= TOLD.to && count >= FEWEST_IN_BIN)) ?? fullest(bins);
}

/** A backtest in a sentence or two: "2 years, 260 forecasts: when it said 74%, it happened 68% of the time". */
export function backtestSummary({ years, forecasts, countyYears, coverage, reliability }: Backtest, language: Language): string {
  const bin = toldBin(reliability);
  const interval = coverage.find(({ level }) => level === 0.8);
  const few = countyYears < FEW_COUNTY_YEARS;
  if (language === 'zh') {
    const said = bin ? `：说 ${percent(bin.forecast)} 时（${bin.count} 次），实际发生 ${percent(bin.observed)}` : '';
    const held = interval ? `；80% 区间实际装住 ${percent(interval.share)}` : '';
    const doubt = few ? `。只有 ${countyYears} 个县年，而同一年各村同涨同跌，这些比例换两年可能大不一样` : '';
    return `${years.length} 年、${forecasts} 次预测${said}${held}${doubt}。`;
  }
  const said = bin ? `: when it said ${percent(bin.forecast)} (${bin.count} times), it happened ${percent(bin.observed)} of the time` : '';
  const held = interval ? `; the 80% interval held ${percent(interval.share)}` : '';
  const doubt = few
    ? `. Only ${countyYears} county-year${countyYears === 1 ? '' : 's'}, whose villages rise and fall together: other years may show quite other shares`
    : '';
  return `${years.length} year${years.length === 1 ? '' : 's'}, ${forecasts} forecasts${said}${held}${doubt}.`;
}
