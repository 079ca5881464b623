import type { CatalogueEntry } from './catalogue.js';
import type { ProblemDetails } from './problem.js';

type Detail = ProblemDetails[string];

/** 300000 as 30 万元; small or odd amounts in yuan. */
const wan = (yuan: Detail): string => (Number(yuan) >= 10_000 ? `${Math.round(Number(yuan) / 100) / 100} 万元` : `${String(yuan)} 元`);
const inYuan = (yuan: Detail): string => `${Number(yuan).toLocaleString('en-US')} yuan`;

const digits = (value: number): number => Math.round(value * 1000) / 1000;

/** What is gained, in the objective's unit. */
const gainZh = (objective: Detail, gain: Detail): string =>
  objective === 'SHORTFALL'
    ? `缺口少 ${wan(Math.round(Number(gain)))}`
    : objective === 'MAXIMIN'
      ? `${digits(100 * Number(gain))} 个百分点`
      : `预计多达标 ${digits(Number(gain))} 村`;
const gainEn = (objective: Detail, gain: Detail): string =>
  objective === 'SHORTFALL'
    ? `${inYuan(Math.round(Number(gain)))} less shortfall`
    : objective === 'MAXIMIN'
      ? `${digits(100 * Number(gain))} points`
      : `${digits(Number(gain))} villages more`;
/** Of one village among others max-min counts like the expected number. */
const ofVillage = (objective: Detail): Detail => (objective === 'MAXIMIN' ? 'EXPECTED_REACHING' : objective);

const groupZh = ({ township, option }: ProblemDetails): string =>
  [township === undefined ? '' : `乡镇“${String(township)}”`, option === undefined ? '' : `投向“${option}”`].filter(Boolean).join('、');
const groupEn = ({ township, option }: ProblemDetails): string =>
  [township === undefined ? '' : `township "${String(township)}"`, option === undefined ? '' : `option "${option}"`]
    .filter(Boolean)
    .join(', ');

/** Why an allocation gives a village nothing, what holds it back, why money is left, and why there is no plan at all. */
export const allocationReasons = {
  FORCED_OUT: {
    zh: () => '被指定为不能给（forcedOut）',
    en: () => 'forced out',
  },
  NOT_ELIGIBLE: {
    zh: (d) => `还不符合扶持条件：${d.zh}`,
    en: (d) => `not eligible yet: ${d.en}`,
  },
  SURE_ALREADY: {
    zh: (d) => `没有这笔钱达标的可能已有 ${d.chance}`,
    en: (d) => `its chance is ${d.chance} without money already`,
  },
  NO_OPTION_HELPS: {
    zh: (d) => `最多给 ${wan(d.most)}，哪个投向都不能提高它达标的可能（现为 ${d.chance}）`,
    en: (d) => `no option raises its chance (now ${d.chance}) with up to ${inYuan(d.most)}`,
  },
  MONEY_DOES_MORE_ELSEWHERE: {
    zh: (d) =>
      `给 ${wan(d.amount)}可从 ${d.before} 升到 ${d.after}（${gainZh(ofVillage(d.objective), d.gain)}），同样的钱用在别处${gainZh(ofVillage(d.objective), d.elsewhere)}`,
    en: (d) =>
      `${inYuan(d.amount)} would raise it from ${d.before} to ${d.after} (${gainEn(ofVillage(d.objective), d.gain)}), elsewhere the same money brings ${gainEn(ofVillage(d.objective), d.elsewhere)}`,
  },
  MONEY_NEEDED_ELSEWHERE: {
    zh: (d) => `给 ${wan(d.amount)}可从 ${d.before} 升到 ${d.after}，但预算用在别处更好，或别处的下限、必须给的村要用`,
    en: (d) => `${inYuan(d.amount)} would raise it from ${d.before} to ${d.after}, but the budget does more elsewhere or is bound there`,
  },
  TOWNSHIP_CAP_REACHED: {
    zh: (d) => `所在乡镇的上限 ${wan(d.cap)}已用到容不下再一笔`,
    en: (d) => `the cap of its township, ${inYuan(d.cap)}, leaves no room for another grant`,
  },
  OPTION_CAPS_REACHED: {
    zh: (d) => `可选投向（${d.options}）的上限都已用到容不下再一笔`,
    en: (d) => `the caps of the options offered (${d.options}) leave no room for another grant`,
  },
  HAS_THE_CHANCE: {
    zh: (d) => `不给也已有 ${d.chance} 的可能，不低于要求的 ${d.wanted}`,
    en: (d) => `its chance is ${d.chance} without money, not below the ${d.wanted} wanted`,
  },
  CHANCE_OUT_OF_REACH: {
    zh: (d) => `给到上限 ${wan(d.most)}也达不到 ${d.wanted} 的可能`,
    en: (d) => `no grant up to ${inYuan(d.most)} gives it a chance of ${d.wanted}`,
  },
  OTHERS_NEED_LESS: {
    zh: (d) => `要 ${wan(d.needed)}；其他村花得更少（最贵的一笔 ${wan(d.dearest)}），已凑够 ${d.villages} 个村`,
    en: (d) => `it takes ${inYuan(d.needed)}; ${d.villages} villages are had for less (the dearest for ${inYuan(d.dearest)})`,
  },
  BUDGET_BINDS: {
    zh: (d) => `预算：再多 ${wan(d.more)}，可${d.objective === 'MAXIMIN' ? '把最低的可能提高 ' : ''}${gainZh(d.objective, d.gain)}`,
    en: (d) => `budget: ${inYuan(d.more)} more would bring ${gainEn(d.objective, d.gain)}`,
  },
  CAP_BINDS: {
    zh: (d) => `${groupZh(d)}的上限 ${wan(d.amount)}用足了；没有它可多得：${gainZh(d.objective, d.gain)}`,
    en: (d) => `the cap of ${inYuan(d.amount)} on ${groupEn(d)} is used up; without it: ${gainEn(d.objective, d.gain)}`,
  },
  FLOOR_BINDS: {
    zh: (d) => `${groupZh(d)}的下限 ${wan(d.amount)}把钱留在了那里；没有它可多得：${gainZh(d.objective, d.gain)}`,
    en: (d) => `the floor of ${inYuan(d.amount)} holds money at ${groupEn(d)}; without it: ${gainEn(d.objective, d.gain)}`,
  },
  MOST_REACHED: {
    zh: (d) => `有 ${d.villages} 个村给到了每村上限 ${wan(d.most)}`,
    en: (d) => `${d.villages} ${d.villages === 1 ? 'village gets' : 'villages get'} the most that one may, ${inYuan(d.most)}`,
  },
  REST_BELOW_LUMP: {
    zh: (d) => `剩下 ${wan(d.unspent)}，不够一份（${wan(d.lump)}）`,
    en: (d) => `${inYuan(d.unspent)} are left, less than a lump of ${inYuan(d.lump)}`,
  },
  NOTHING_LEFT_TO_GAIN: {
    zh: (d) => `剩下 ${wan(d.unspent)}：在这些条件下再花也不能更好`,
    en: (d) => `${inYuan(d.unspent)} are left: under these bounds spending them brings nothing more`,
  },
  ENOUGH_REACH: {
    zh: (d) => `剩下 ${wan(d.unspent)}：要求的 ${d.villages} 个村已经够了`,
    en: (d) => `${inYuan(d.unspent)} are left: the ${d.villages} villages wanted are had`,
  },
  ALLOCATION_IMPOSSIBLE: {
    zh: (d) => `没有符合条件的分配方案：${d.zh}`,
    en: (d) => `no allocation keeps to what is asked: ${d.en}`,
  },
  FORCED_IN_TOO_DEAR: {
    zh: (d) => `必须给的 ${d.villages} 个村至少要 ${wan(d.needed)}，预算只有 ${wan(d.budget)}；请增加预算，或减少必须给的村（forcedIn）`,
    en: (d) =>
      `the ${d.villages} villages of forcedIn take ${inYuan(d.needed)} at least, the budget has ${inYuan(d.budget)}; raise it, or force fewer in`,
  },
  FLOOR_OUT_OF_REACH: {
    zh: (d) => `${groupZh(d)}的下限 ${wan(d.floor)}达不到：那里可以得到资金的 ${d.villages} 个村合计最多 ${wan(d.most)}`,
    en: (d) =>
      `the floor of ${inYuan(d.floor)} on ${groupEn(d)} cannot be met: the ${d.villages} villages there that may be funded can get ${inYuan(d.most)} at most`,
  },
  CAP_BELOW_FORCED_IN: {
    zh: (d) => `乡镇“${d.township}”的上限 ${wan(d.cap)}不够那里必须给的 ${d.villages} 个村（至少 ${wan(d.needed)}）`,
    en: (d) =>
      `the cap of ${inYuan(d.cap)} on township "${d.township}" is too low for its ${d.villages} villages of forcedIn, which take ${inYuan(d.needed)} at least`,
  },
  BOUNDS_NEED_MORE: {
    zh: (d) => `各下限与必须给的村合起来至少要 ${wan(d.needed)}，预算只有 ${wan(d.budget)}`,
    en: (d) => `floors and forcedIn take ${inYuan(d.needed)} at least together, the budget has ${inYuan(d.budget)}`,
  },
  BOUNDS_CONTRADICT: {
    zh: () => '各下限、上限与必须给的村互相矛盾：没有一种分法同时满足；请放宽其中之一',
    en: () => 'floors, caps and forcedIn contradict one another: no plan keeps to all of them; widen one',
  },
  TOO_FEW_CAN_REACH: {
    zh: (d) =>
      `要 ${d.wanted} 个村达到 ${d.chance} 的可能，但每村最多给 ${wan(d.most)}，至多 ${d.each} 个村能达到；请提高每村上限（max）、降低要求的可能（chance）或减少村数（villageCount）`,
    en: (d) =>
      `${d.wanted} villages are to have a chance of ${d.chance}, but with ${inYuan(d.most)} for each at most only ${d.each} can; raise max, or lower chance or villageCount`,
  },
  BUDGET_REACHES_TOO_FEW: {
    zh: (d) =>
      `要 ${d.wanted} 个村达到 ${d.chance} 的可能，${wan(d.budget)}最多只够 ${d.together} 个村；请增加预算（或不写），降低要求的可能（chance）或减少村数（villageCount）`,
    en: (d) =>
      `${d.wanted} villages are to have a chance of ${d.chance}, ${inYuan(d.budget)} are enough for ${d.together}; raise the budget (or leave it out), or lower chance or villageCount`,
  },
} satisfies Record<string, CatalogueEntry>;
