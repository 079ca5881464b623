import type { CatalogueEntry } from './catalogue.js';

/** Errors of work that is too long for one request. */
export const jobProblems = {
  UNKNOWN_JOB: {
    zh: (d) => `没有编号为“${d.value}”的任务；早已结束的任务会被清除`,
    en: (d) => `there is no job "${d.value}"; jobs that ended long ago are removed`,
  },
  JOB_IS_OVER: {
    zh: (d) => `任务“${d.value}”已经结束（${d.status}），不能再取消`,
    en: (d) => `the job "${d.value}" is over (${d.status}) and can no longer be canceled`,
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: (d) => `idempotencyKey = “${d.value}” 已用于另一个请求（任务 ${d.job}）；请换一个，或重发原来的请求`,
    en: (d) => `idempotencyKey = "${d.value}" was used for a different request (job ${d.job}); choose another, or repeat that request`,
  },
  IDEMPOTENCY_KEY_LENGTH: {
    zh: (d) => `idempotencyKey 有 ${d.value} 个字符，应为 1 到 ${d.most} 个`,
    en: (d) => `idempotencyKey has ${d.value} characters; it must have between 1 and ${d.most}`,
  },
  TOO_MANY_JOBS: {
    zh: (d) => `已有 ${d.value} 个任务在排队，最多 ${d.most} 个；请等一些完成，或取消不需要的`,
    en: (d) => `${d.value} jobs are waiting already, at most ${d.most} may; wait for some to finish, or cancel what is not needed`,
  },
  TOO_MANY_SUBSCRIPTIONS: {
    zh: (d) => `一个连接上最多同时进行 ${d.most} 个操作；请先结束一些`,
    en: (d) => `at most ${d.most} operations may go on at a time on one connection; end some first`,
  },
  COUNTY_CHANGED: {
    zh: (d) => `任务进行中，${d.county}的数据有变动，各部分不再出自同一份数据；请重新开始`,
    en: (d) => `the data of ${d.county} changed while the job ran, so its parts would not agree; start it again`,
  },
  TOO_MANY_COMPARED: {
    zh: (d) => `${d.scenarios} 个方案一次最多比较 ${d.most} 个村，范围内有 ${d.value} 个；请缩小 scope，或少比几个方案`,
    en: (d) =>
      `${d.scenarios} scenarios can be compared over at most ${d.most} villages at a time, the scope has ${d.value}: narrow scope, or compare fewer scenarios`,
  },
} satisfies Record<string, CatalogueEntry>;
