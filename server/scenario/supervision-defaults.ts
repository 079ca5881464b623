import type { AssumptionMeaning } from './assumption-meanings.js';

/** How the county watches over its villages: when reports are due, and from which chance of the target on a village is which colour. */
export interface SupervisionDefaults {
  /** Day of the following month on which a month's report is due. */
  readonly dueDay: number;
  /** Chances of the target from which on a village is green, yellow, orange; below is red. */
  readonly green: number;
  readonly yellow: number;
  readonly orange: number;
  /** Share of what was to be expected by now below which a village is behind. */
  readonly behind: number;
  /** Days for which a project is at least made public before it is committed. */
  readonly publicityDays: number;
}

export const SUPERVISION_DEFAULTS: SupervisionDefaults = { dueDay: 5, green: 0.8, yellow: 0.5, orange: 0.2, behind: 0.6, publicityDays: 5 };

const meaning = (
  name: string,
  value: number,
  range: { readonly least: number; readonly most: number },
  zh: string,
  en: string,
): AssumptionMeaning => ({ name, value, ...range, zh, en, named: false });
const CHANCE = { least: 0, most: 1 };

/** Each default with its meaning and range. */
export const SUPERVISION_MEANINGS: Readonly<Record<keyof SupervisionDefaults, AssumptionMeaning>> = {
  dueDay: meaning(
    'reporting.dueDay',
    SUPERVISION_DEFAULTS.dueDay,
    { least: 1, most: 28 },
    '月报截止日：次月几号以前报送上月数',
    "day of the following month by which a month's report is due",
  ),
  green: meaning(
    'bulletin.green',
    SUPERVISION_DEFAULTS.green,
    CHANCE,
    '通报标绿：达标的可能不低于此数',
    'a village is green in the bulletin from this chance of its target on',
  ),
  yellow: meaning('bulletin.yellow', SUPERVISION_DEFAULTS.yellow, CHANCE, '通报标黄：达标的可能不低于此数', 'yellow from this chance on'),
  orange: meaning(
    'bulletin.orange',
    SUPERVISION_DEFAULTS.orange,
    CHANCE,
    '通报标橙：达标的可能不低于此数；更低标红',
    'orange from this chance on; below it red',
  ),
  behind: meaning(
    'bulletin.behind',
    SUPERVISION_DEFAULTS.behind,
    CHANCE,
    '到账不足同期应有的这个比例时提示落后；收入多在下半年，所以不按月平均',
    'a village is told to be behind where it has received less than this share of what was to be expected by now; income comes late in the year, so the pace is seasonal',
  ),
  publicityDays: meaning(
    'projects.publicityDays',
    SUPERVISION_DEFAULTS.publicityDays,
    { least: 0, most: 90 },
    '项目公示至少几天',
    'days for which a project is at least made public before it is committed',
  ),
};
