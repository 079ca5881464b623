import type { CatalogueEntry } from './catalogue.js';

/** Why a projection cannot be computed again as it was. */
export const replayProblems = {
  BAD_REPLAY_TOKEN: {
    zh: () => `这不是预测给出的 replayToken，或者抄漏了字符；请从原来的预测结果里重新复制`,
    en: () => `this is no replayToken that a projection gave, or a character of it was lost; copy it again from the projection`,
  },
  DATA_CHANGED: {
    zh: (d) => `数据已经变了：当时的版本是 ${d.was}，现在是 ${d.now}；原来的数字算不出来了，请重新预测`,
    en: (d) => `the data have changed: their version was ${d.was} and is ${d.now}; the numbers cannot be computed again, project anew`,
  },
  ENGINE_CHANGED: {
    zh: (d) => `计算程序已经更新：当时的版本是 ${d.was}，现在是 ${d.now}；结果可能不同，请重新预测`,
    en: (d) => `the engine has changed: its version was ${d.was} and is ${d.now}; the numbers may differ, project anew`,
  },
} satisfies Record<string, CatalogueEntry>;
