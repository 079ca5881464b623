import type { CatalogueEntry } from './catalogue.js';

/** What keeps a project from being taken through its stages. */
export const projectProblems = {
  STAGE_TWICE: {
    zh: (d) => `“${d.value}”排了两次；五个环节各排一次`,
    en: (d) => `${d.valueEn} stands twice; each of the five stages stands once`,
  },
  STAGE_IS_OVER: {
    zh: () => `项目已立项，审批已经走完`,
    en: () => `the project is committed, its stages are behind it`,
  },
  WRONG_STAGE: {
    zh: (d) => `项目现在在“${d.stage}”环节，不能对“${d.value}”作决定；请先办完“${d.stage}”`,
    en: (d) => `the project is at ${d.stageEn}, nothing can be decided at ${d.valueEn}; decide on ${d.stageEn} first`,
  },
  PROJECT_REJECTED: {
    zh: () => `项目已被否决；要继续办，请先“重新提出”并写明理由`,
    en: () => `the project was rejected; to go on with it, take it up again first and say why`,
  },
  NOT_REJECTED: {
    zh: () => `项目没有被否决，不需要重新提出`,
    en: () => `the project was not rejected and need not be taken up again`,
  },
  REASON_NEEDED: {
    zh: () => `退回、否决或重新提出要写明理由`,
    en: () => `say why it is returned, rejected or taken up again`,
  },
  PUBLICITY_NEEDED: {
    zh: () => `公示要写明从哪天到哪天`,
    en: () => `say from which day to which day it was made public`,
  },
  PUBLICITY_TOO_SHORT: {
    zh: (d) => `公示了 ${d.value} 天，至少要 ${d.least} 天；天数可在工作区设定里改`,
    en: (d) => `it was public for ${d.value} days, at least ${d.least} are needed; the number is a default of the workspace`,
  },
  PUBLICITY_NOT_OVER: {
    zh: (d) => `公示到 ${d.value} 才结束，不能在 ${d.day} 通过`,
    en: (d) => `publicity lasts until ${d.value}, it cannot be passed on ${d.day}`,
  },
  OBJECTIONS_OPEN: {
    zh: () => `公示期有异议，请写明怎样处理的`,
    en: () => `there were objections; say how they were settled`,
  },
} satisfies Record<string, CatalogueEntry>;
