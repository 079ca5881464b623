import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';
import type { ProblemDetails } from './problem.js';

/** "第 12 行，格子“trend”：" where they are known. */
const placeZh = ({ line, cell }: ProblemDetails): string => {
  const places = [line === undefined ? '' : `第 ${line} 行`, cell === undefined ? '' : `格子“${cell}”`].filter((place) => place !== '');
  return places.length ? `${places.join('，')}：` : '';
};

/** "line 12, cell "trend": " where they are known. */
const placeEn = ({ line, cell }: ProblemDetails): string => {
  const places = [line === undefined ? '' : `line ${line}`, cell === undefined ? '' : `cell "${cell}"`].filter((place) => place !== '');
  return places.length ? `${places.join(', ')}: ` : '';
};

/** Errors of notebooks: their form, and how they are kept. */
export const notebookProblems = {
  NOTEBOOK_FORMAT: {
    zh: (d) => `${placeZh(d)}notebook 应是 ${d.known}（写法的版本），现在是 ${d.value}；更新的程序写的笔记本要用那个程序打开`,
    en: (d) =>
      `${placeEn(d)}notebook must be ${d.known} (the version of the written form), not ${d.value}; one written by a later program needs that program`,
  },
  NOTEBOOK_FIELD: {
    zh: (d) => `${placeZh(d)}${d.field} 应是${d.wantedZh}，现在是 ${d.value}`,
    en: (d) => `${placeEn(d)}${d.field} must be ${d.wantedEn}, not ${d.value}`,
  },
  UNKNOWN_NOTEBOOK_FIELD: {
    zh: (d) => `${placeZh(d)}没有“${d.value}”这一项${hintZh(d)}`,
    en: (d) => `${placeEn(d)}unknown field "${d.value}"${hintEn(d)}`,
  },
  NOTEBOOK_CELL_ID_TAKEN: {
    zh: (d) => `${placeZh(d)}前面已有格子叫这个名字；请换一个 id`,
    en: (d) => `${placeEn(d)}an earlier cell has this name already; choose another id`,
  },
  NOTEBOOK_TOO_LARGE: {
    zh: (d) => `笔记本写出来有 ${d.value} 字节，最多 ${d.most}；请缩短文字，或拆成几个笔记本`,
    en: (d) => `the notebook is ${d.value} bytes as written, at most ${d.most} are allowed; shorten texts, or split it into several`,
  },
  NOTEBOOK_TOO_DEEP: {
    zh: (d) => `${placeZh(d)}${d.field} 嵌套超过 ${d.most} 层；请写得平一些`,
    en: (d) => `${placeEn(d)}${d.field} is nested more than ${d.most} levels deep; write it flatter`,
  },
  NOTEBOOK_TOO_MANY_CELLS: {
    zh: (d) => `笔记本有 ${d.value} 个格子，最多 ${d.most} 个；请拆成几个笔记本`,
    en: (d) => `the notebook has ${d.value} cells, at most ${d.most} are allowed; split it into several`,
  },
  UNKNOWN_NOTEBOOK: {
    zh: (d) => `没有编号为“${d.value}”的笔记本；可能已被彻底删除，请从笔记本列表里另选`,
    en: (d) => `there is no notebook "${d.value}"; it may have been deleted for good, choose another from the list`,
  },
  NOTEBOOK_CONFLICT: {
    zh: (d) => `笔记本已被${d.editor || '别处'}改过：现在是第 ${d.revision} 版，您的改动基于第 ${d.value} 版；没有写入，请先看差别`,
    en: (d) =>
      `the notebook was changed${d.editor ? ` by ${d.editor}` : ' elsewhere'}: it is at revision ${d.revision}, your changes are based on ${d.value}; nothing was written, look at the difference first`,
  },
  NOTEBOOK_REVISION: {
    zh: (d) => `revision = ${d.value} 不对：笔记本才到第 ${d.most} 版；应写改动所依据的那一版`,
    en: (d) => `revision = ${d.value} cannot be: the notebook is at ${d.most}; give the revision that the changes are based on`,
  },
  NOTEBOOK_IN_BIN: {
    zh: (d) => `笔记本“${d.value}”在回收站里，不能改；请先取回`,
    en: (d) => `the notebook "${d.value}" is in the bin and cannot be changed; take it out first`,
  },
  NOTEBOOK_NOT_IN_BIN: {
    zh: (d) => `笔记本“${d.value}”不在回收站里；彻底删除之前请先移到回收站`,
    en: (d) => `the notebook "${d.value}" is not in the bin; move it there before deleting it for good`,
  },
  NOTEBOOK_IS_EXAMPLE: {
    zh: (d) => `“${d.value}”是示例，不能改；请先复制`,
    en: (d) => `"${d.value}" is an example and cannot be changed; make a copy first`,
  },
  NOTEBOOK_ID: {
    zh: (d) => `id = “${d.value}” 不行；应是 ${d.least} 到 ${d.most} 个小写字母、数字或连字符`,
    en: (d) => `id = "${d.value}" cannot be; use ${d.least} to ${d.most} lower-case letters, digits or hyphens`,
  },
  NOTEBOOK_ID_TAKEN: {
    zh: (d) => `id = “${d.value}” 已有笔记本；请换一个，或不写 id`,
    en: (d) => `there is a notebook with id = "${d.value}" already; choose another, or leave id out`,
  },
  NOTEBOOK_CONTENT: {
    zh: () => `source 和 spec 只能写一个：笔记本的内容只有一份`,
    en: () => `give either source or spec, not both: a notebook has one content`,
  },
  TOO_MANY_NOTEBOOKS: {
    zh: (d) => `已有 ${d.value} 个笔记本（含回收站），最多 ${d.most} 个；请先彻底删除一些`,
    en: (d) => `there are ${d.value} notebooks already (the bin included), at most ${d.most} are allowed; delete some for good first`,
  },
  NAME_LENGTH: {
    zh: (d) => `${d.field} 有 ${d.value} 个字符，应为 1 到 ${d.most} 个`,
    en: (d) => `${d.field} has ${d.value} characters; it must have between 1 and ${d.most}`,
  },
  NAME_CHARACTERS: {
    zh: (d) => `${d.field} 里有看不见的控制字符；请重新输入`,
    en: (d) => `${d.field} contains invisible control characters; type it again`,
  },
  UNKNOWN_NOTEBOOK_VERSION: {
    zh: (d) => `第 ${d.value} 版没有留存（旧版越久留得越稀）；请从版本列表里另选`,
    en: (d) => `revision ${d.value} is not kept (the older, the fewer are); choose another from the list of versions`,
  },
  TOO_MANY_NAMED_VERSIONS: {
    zh: (d) => `已有 ${d.value} 个命名的版本，最多 ${d.most} 个；请先去掉一些名字`,
    en: (d) => `${d.value} versions have names already, at most ${d.most} may; take some names away first`,
  },
} satisfies Record<string, CatalogueEntry>;
