import type { CountyRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import { MODE_WORDS, MODES } from '../base/vocabulary.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import { checkTownships, checkVillages, type CorrelationCheck } from './checks/correlation.js';
import { checkGrowthBreak } from './checks/growth-break.js';
import { checkNewIncome } from './checks/new-income.js';
import { checkReversion } from './checks/reversion.js';
import { checkShareShock } from './checks/share-shock.js';
import { standardisedResiduals } from './checks/standardised-residuals.js';
import { checkTails } from './checks/tails.js';
import type { CountyFit } from './fit.js';

/** One-off variance at the cap of section 2, as a share of the own variance, but for rounding. */
const AT_THE_CAP = 0.49 - 1e-9;

/**
 * Holds each assumption of the model against the county's own data, and says in words where one does not fit or rests on
 * little: warnings, none of them an error. A check asks two things: is the deviation beyond chance (three standard errors, so
 * that a county for which the model is right is rarely warned), and is it large enough to matter for a forecast. What cannot
 * be checked for want of data is said too.
 *
 * @param county where the villages' townships are read
 */
export function checkAssumptions(county: Pick<CountyRecord, 'villages'>, fit: CountyFit, defaults: ModelDefaults): Problem[] {
  const residuals = standardisedResiduals(fit, defaults);
  const townships = new Map(county.villages.map(({ code, township }) => [code, township]));
  const tails = checkTails(residuals);
  const reversion = checkReversion(residuals);
  const inTownship = checkTownships(residuals, (village) => townships.get(village) ?? village.slice(0, 9));
  const inVillage = checkVillages(residuals);
  const breaks = checkGrowthBreak(fit, defaults);
  const share = checkShareShock(fit, defaults);
  const newIncome = checkNewIncome(fit);

  const warnings = [...fewYears(fit, defaults), ...modesWithoutPairs(fit)];
  if (tails?.broken)
    warnings.push(
      new Problem('HEAVY_TAILS', {
        value: round(tails.excessKurtosis, 1),
        far: tails.far,
        count: tails.count,
        expected: round(0.0027 * tails.count, 1),
      }),
    );
  if (reversion?.broken) warnings.push(new Problem('MEAN_REVERSION', { percent: round(100 * reversion.undone, 0) }));
  if (oneOffAtCap(fit, residuals.length)) warnings.push(new Problem('ONE_OFF_INCOME', {}));
  if (inTownship?.broken) warnings.push(moveTogether('TOWNSHIPS_MOVE_TOGETHER', inTownship));
  if (inVillage?.broken) warnings.push(moveTogether('VILLAGE_STREAMS_MOVE_TOGETHER', inVillage));
  for (const { mode, last, before, deviations } of breaks ?? []) {
    const details = { year: fit.panel.lastYear, last: asPercent(last), before: asPercent(before), value: round(Math.abs(deviations), 1) };
    const words =
      mode === undefined
        ? { modeZh: '全部收入', modeEn: 'all income' }
        : { modeZh: `${MODE_WORDS[mode].zh}模式`, modeEn: `the mode ${MODE_WORDS[mode].en}` };
    warnings.push(new Problem('GROWTH_BREAK', { ...details, ...words }));
  }
  if (share?.broken)
    warnings.push(new Problem('PAYMENT_TIMES_SHIFT', { months: fit.panel.closedMonths, percent: round(100 * share.commonSd, 0) }));

  if (newIncome?.broken) warnings.push(new Problem('NEW_INCOME_UNFORESEEN', { percent: round(100 * newIncome.share, 0) }));

  const unchecked = [
    ...(tails ? [] : [{ zh: '厚尾', en: 'heavy tails' }]),
    ...(reversion ? [] : [{ zh: '均值回归', en: 'mean reversion' }]),
    ...(inTownship ? [] : [{ zh: '同乡镇各村同涨同跌', en: 'villages of a township moving together' }]),
    ...(inVillage ? [] : [{ zh: '同村各项收入同涨同跌', en: 'streams of a village moving together' }]),
    ...(breaks ? [] : [{ zh: '增速突变', en: 'a break in growth' }]),
    ...(share || fit.panel.closedMonths === 0 ? [] : [{ zh: '到账月份变动', en: 'payments shifting within the year' }]),
  ];
  if (unchecked.length > 0) {
    const listed = { zh: unchecked.map(({ zh }) => zh).join('、'), en: unchecked.map(({ en }) => en).join(', ') };
    warnings.push(new Problem('TOO_LITTLE_TO_CHECK', listed));
  }
  return warnings;
}

/**
 * A yearly shock's variance rests on its prior with weight w against (years of growth − 1) observations of its own. While
 * the prior is the larger part, the width of the intervals is an assumption more than a finding.
 */
function fewYears({ panel }: CountyFit, { priorWeight }: ModelDefaults): Problem[] {
  const own = Math.max(0, panel.years - 2);
  const prior = priorWeight / (priorWeight + own);
  return prior > 0.5 ? [new Problem('FEW_YEARS', { years: panel.years, percent: round(100 * prior, 0) })] : [];
}

/** Modes that earn now but have not grown from one paying year to the next: they take the other modes' drift. */
const modesWithoutPairs = ({ modes, streams, panel }: CountyFit): Problem[] =>
  panel.years < 2
    ? []
    : MODES.flatMap((mode, m) => {
        const earning = streams.filter(({ stream, alive }) => alive && stream.mode === mode).length;
        if (modes[m]!.pairs > 0 || earning === 0) return [];
        return [new Problem('MODE_WITHOUT_PAIRS', { modeZh: MODE_WORDS[mode].zh, modeEn: MODE_WORDS[mode].en, count: earning })];
      });

const FEWEST_FOR_CAP = 50;

/** Residuals swing back at once, so much that the model's cap binds. */
const oneOffAtCap = ({ transitoryVariance, permanentVariance }: CountyFit, residuals: number): boolean =>
  residuals >= FEWEST_FOR_CAP && transitoryVariance >= AT_THE_CAP * (permanentVariance + 2 * transitoryVariance);

const moveTogether = (code: 'TOWNSHIPS_MOVE_TOGETHER' | 'VILLAGE_STREAMS_MOVE_TOGETHER', { correlation }: CorrelationCheck): Problem =>
  new Problem(code, { value: round(correlation, 2) });

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Log growth as people read it. */
const asPercent = (log: number): number => round(100 * (Math.exp(log) - 1), 0);
