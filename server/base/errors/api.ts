import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';

/** Errors of queries: unknown codes, pages, limits. */
export const apiProblems = {
  UNKNOWN_REGION: {
    zh: (d) => `没有区划代码“${d.value}”，已载入的县：${d.loaded || '无'}${hintZh(d)}`,
    en: (d) => `unknown region code "${d.value}"; counties loaded: ${d.loaded || 'none'}${hintEn(d)}`,
  },
  UNKNOWN_VILLAGE: {
    zh: (d) => `没有代码为“${d.value}”的村${hintZh(d)}`,
    en: (d) => `unknown village "${d.value}"${hintEn(d)}`,
  },
  UNKNOWN_PARK: {
    zh: (d) => `没有代码为“${d.value}”的园区${hintZh(d)}`,
    en: (d) => `unknown park "${d.value}"${hintEn(d)}`,
  },
  UNKNOWN_PROJECT: {
    zh: (d) => `没有代码为“${d.value}”的项目${hintZh(d)}`,
    en: (d) => `unknown project "${d.value}"${hintEn(d)}`,
  },
  PAGE_SIZE: {
    zh: (d) => `每页条数 first = ${d.value} 不在 1 到 ${d.most} 之间`,
    en: (d) => `first = ${d.value} is not between 1 and ${d.most}`,
  },
  BAD_CURSOR: {
    zh: (d) => `游标 after = “${d.value}” 不是本列表给出的；请用上一页的 endCursor`,
    en: (d) => `after = "${d.value}" is not a cursor of this list; use endCursor of the page before`,
  },
  BAD_RANGE: {
    zh: (d) => `范围 ${d.from} 到 ${d.to} 是反的；from 不能晚于 to`,
    en: (d) => `the range ${d.from} to ${d.to} is reversed; from must not be later than to`,
  },
  BAD_LIMIT: {
    zh: (d) => `limit = ${d.value} 不在 1 到 ${d.most} 之间`,
    en: (d) => `limit = ${d.value} is not between 1 and ${d.most}`,
  },
  TOO_DEEP: {
    zh: (d) => `查询嵌套了 ${d.value} 层，最多 ${d.most} 层；请拆成几个查询`,
    en: (d) => `the query is ${d.value} levels deep, at most ${d.most} are allowed; split it into several queries`,
  },
  TOO_MANY_FIELDS: {
    zh: (d) => `查询展开后有 ${d.value} 个字段，最多 ${d.most} 个；请拆成几个查询`,
    en: (d) => `the query expands to ${d.value} fields, at most ${d.most} are allowed; split it into several queries`,
  },
  TOO_MANY_ROOTS: {
    zh: (d) => `一次请求里有 ${d.value} 个需要计算的查询，最多 ${d.most} 个；请分几次发送`,
    en: (d) => `the request asks for ${d.value} computed results, at most ${d.most} are allowed; send several requests`,
  },
  BAD_YEAR_MONTH: {
    zh: (d) => `“${d.value}” 不是月份；请写成 2020-05`,
    en: (d) => `"${d.value}" is no month; write 2020-05`,
  },
  NOT_A_JSON_NUMBER: {
    zh: (d) => `${d.value} 不是数；${d.scalar} 应为 JSON 数字`,
    en: (d) => `${d.value} is no number; ${d.scalar} takes a JSON number`,
  },
  BODY_TOO_LARGE: {
    zh: (d) => `请求超过 ${d.most} 字节；请拆成几个请求`,
    en: (d) => `the request is larger than ${d.most} bytes; split it into several`,
  },
  BAD_HTTP_REQUEST: {
    zh: (d) => `请求无法读取：${d.value}`,
    en: (d) => `the request cannot be read: ${d.value}`,
  },
  INTERNAL: {
    zh: (d) => `服务器内部出错，已记录为 ${d.id}；请把这个编号告诉管理员`,
    en: (d) => `something went wrong inside the server, logged as ${d.id}; tell the administrator this number`,
  },
  NO_COUNTY: {
    zh: () => `数据库里还没有县；请先用 npm run import 导入`,
    en: () => `there is no county in the database yet; import one with npm run import`,
  },
} satisfies Record<string, CatalogueEntry>;
