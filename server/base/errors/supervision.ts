import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';

/** Errors of registers: what people keep of the county's work. */
export const supervisionProblems = {
  FIELD_REQUIRED: {
    zh: (d) => `“${d.labelZh}”没有填；请填写`,
    en: (d) => `${d.labelEn} is empty; fill it in`,
  },
  FIELD_TOO_LONG: {
    zh: (d) => `“${d.labelZh}”有 ${d.value} 个字，最多 ${d.most} 个；请写短些`,
    en: (d) => `${d.labelEn} has ${d.value} characters, at most ${d.most} are taken; shorten it`,
  },
  FIELD_NOT_A_DAY: {
    zh: (d) => `“${d.labelZh}”的“${d.value}”不是日期；请写成 2020-05-31`,
    en: (d) => `${d.labelEn}: "${d.value}" is no day; write 2020-05-31`,
  },
  FIELD_NOT_A_MONTH: {
    zh: (d) => `“${d.labelZh}”的“${d.value}”不是月份；请写成 2020-05`,
    en: (d) => `${d.labelEn}: "${d.value}" is no month; write 2020-05`,
  },
  FIELD_OUT_OF_RANGE: {
    zh: (d) => `“${d.labelZh}”= ${d.value} 不在 ${d.least} 到 ${d.most} 之间`,
    en: (d) => `${d.labelEn} = ${d.value} is not between ${d.least} and ${d.most}`,
  },
  FIELD_NOT_A_CHOICE: {
    zh: (d) => `“${d.labelZh}”没有“${d.value}”这一项；可选：${d.choices}`,
    en: (d) => `${d.labelEn} cannot be "${d.value}"; it is one of ${d.choices}`,
  },
  FIELD_UNKNOWN_REFERENCE: {
    zh: (d) => `“${d.labelZh}”：本县没有代码为“${d.value}”的对象${hintZh(d)}`,
    en: (d) => `${d.labelEn}: the county has nothing with the code "${d.value}"${hintEn(d)}`,
  },
  COUNTY_NOT_NAMED: {
    zh: (d) => `没有写明是哪个县的；已载入的县：${d.loaded || '无'}`,
    en: (d) => `it is not said which county this belongs to; counties loaded: ${d.loaded || 'none'}`,
  },
  REFERENCES_DIFFER: {
    zh: (d) => `“${d.labelZh}”的“${d.value}”不在 ${d.county} 之内；一条登记只能属于一个县`,
    en: (d) => `${d.labelEn}: "${d.value}" is not in ${d.county}; an entry belongs to one county`,
  },
  UNKNOWN_ENTRY: {
    zh: (d) => `${d.registerZh}里没有编号为“${d.value}”的一条；它可能已被删除`,
    en: (d) => `there is no entry "${d.value}" in ${d.registerEn}; it may have been removed`,
  },
  ENTRY_CHANGED_MEANWHILE: {
    zh: (d) =>
      `这一条在你打开之后已被${d.by || '别人'}改过（第 ${d.revision} 版，你改的是第 ${d.value} 版）；请看过新内容再改，你填的没有写入`,
    en: (d) =>
      `this entry was changed by ${d.by || 'someone else'} after you opened it (revision ${d.revision}, yours is based on ${d.value}); look at it again, nothing was written`,
  },
  ENTRY_REFERRED_TO: {
    zh: (d) => `还有 ${d.value} 条“${d.registerZh}”引用这一条，不能删除；请先改那些`,
    en: (d) => `${d.value} entries of ${d.registerEn} refer to this one, so it cannot be removed; change those first`,
  },
  ENTRY_IS_RULED: {
    zh: (d) => `“${d.registerZh}”按规定的步骤改动，不能直接改写；请用 ${d.instead}`,
    en: (d) => `${d.registerEn} is changed by its own steps, not written directly; use ${d.instead}`,
  },
  DAYS_REVERSED: {
    zh: (d) => `“${d.labelZh}”（${d.value}）早于“${d.firstZh}”（${d.first}）`,
    en: (d) => `${d.labelEn} (${d.value}) is before ${d.firstEn} (${d.first})`,
  },
  DOCUMENT_TOO_LARGE: {
    zh: (d) => `文件超过 ${d.most} MB；请压缩图片或拆成几份`,
    en: (d) => `the file is larger than ${d.most} MB; shrink its pictures or split it`,
  },
  DOCUMENT_KIND: {
    zh: (d) => `“${d.value}”的内容不是可收的文件；可收 PDF、JPEG、PNG、Word、Excel、WPS`,
    en: (d) => `the content of "${d.value}" is no kind of file that is kept; PDF, JPEG, PNG, Word, Excel and WPS are`,
  },
  DOCUMENT_NAME: {
    zh: () => `文件没有名字，或名字超过 200 个字；请在地址里写 ?name=`,
    en: () => `the file has no name, or one of more than 200 characters; give ?name= in the address`,
  },
  COLOURS_REVERSED: {
    zh: (d) => `通报的颜色界限反了：绿 ${d.green}、黄 ${d.yellow}、橙 ${d.orange}；应当绿不低于黄、黄不低于橙`,
    en: (d) =>
      `the bulletin's colours are reversed: green ${d.green}, yellow ${d.yellow}, orange ${d.orange}; green must not be below yellow, nor yellow below orange`,
  },
  UNKNOWN_REGISTER: {
    zh: (d) => `没有名为“${d.value}”的登记簿；有：${d.known}`,
    en: (d) => `there is no register "${d.value}"; there are ${d.known}`,
  },
  NOT_A_CHOICE_FIELD: {
    zh: (d) => `“${d.value}”不是可选项字段；可用的有：${d.known}`,
    en: (d) => `"${d.value}" is no field with choices; there are: ${d.known}`,
  },
  NAME_TOO_LONG: {
    zh: (d) => `署名有 ${d.value} 个字，最多 ${d.most} 个`,
    en: (d) => `the name has ${d.value} characters, at most ${d.most} are taken`,
  },
} satisfies Record<string, CatalogueEntry>;
