import type { Words } from '../base/words.js';

const LOG: Words = { zh: '对数', en: 'log points' };
const OBSERVATIONS: Words = { zh: '个观测', en: 'observations' };
const SHARE: Words = { zh: '比例（0.1 = 10%）', en: 'share (0.1 = 10%)' };

/** What each default is counted in; a name that is not listed is a bare number. */
const UNITS: Readonly<Record<string, Words>> = {
  horizon: { zh: '年', en: 'years' },
  trials: { zh: '次', en: 'trials' },
  'target.default': { zh: '元', en: 'yuan' },
  'growth.weight': SHARE,
  netRatio: { zh: '元/元', en: 'yuan per yuan' },
  'option.rate': { zh: '每年比例（0.06 = 6%）', en: 'share a year (0.06 = 6%)' },
  'option.sd': LOG,
  'option.delay': { zh: '个月', en: 'months' },
  'option.failure': { zh: '每年概率', en: 'probability a year' },
  'option.insured': SHARE,
  'option.premium': SHARE,
  'option.late': { zh: '每年概率', en: 'probability a year' },
  priorWeight: OBSERVATIONS,
  priorCountySd: LOG,
  priorModeSd: LOG,
  priorParkSd: LOG,
  priorPermanentSd: LOG,
  priorTransitorySd: LOG,
  priorShareSd: LOG,
  scaleWeight: OBSERVATIONS,
  shareWeight: { zh: '年', en: 'years' },
  cessationPriorEvents: { zh: '次', en: 'events' },
  'reporting.dueDay': { zh: '日', en: 'day of the month' },
  'bulletin.green': SHARE,
  'bulletin.yellow': SHARE,
  'bulletin.orange': SHARE,
  'bulletin.behind': SHARE,
  'projects.publicityDays': { zh: '天', en: 'days' },
  cessationPriorYears: { zh: '项·年', en: 'stream-years' },
};

const NONE: Words = { zh: '', en: '' };

/** The unit of a default, in both languages; empty for a bare number. */
export const unitOf = (name: string): Words => UNITS[name] ?? NONE;
