import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';
import type { ProblemDetails } from './problem.js';

const listed = (value: ProblemDetails[string], separator: string): string =>
  Array.isArray(value) ? value.join(separator) : String(value ?? '');

/** Errors of imported files. Where they stand (file, row, column) is told beside them, not in the sentence. */
export const intakeProblems = {
  FILE_NOT_FOUND: {
    zh: (d) => `找不到“${d.value}”；请检查路径`,
    en: (d) => `there is no file or folder "${d.value}"; check the path`,
  },
  FILE_UNREADABLE: {
    zh: (d) => `文件读不出来（${d.reason}）；请检查权限，或另存一份再试`,
    en: (d) => `the file cannot be read (${d.reason}); check its permissions, or save a copy and try again`,
  },
  NO_TABLES_FOUND: {
    zh: (d) =>
      `“${d.value}”里没有可导入的表（xlsx、xls、et、CSV）；需要 villages（村）、receipts（收入）、targets（目标）、parks（园区）、projects（项目）中的至少一个`,
    en: (d) =>
      `"${d.value}" holds no table to import (xlsx, xls, et, CSV); at least one of villages, receipts, targets, parks, projects is needed`,
  },
  FILE_TOO_LARGE: {
    zh: (d) => `文件有 ${d.value} MB，最多 ${d.most} MB；请按年份拆成几个文件`,
    en: (d) => `the file has ${d.value} MB, at most ${d.most} MB are taken; split it by year`,
  },
  FILE_EMPTY: {
    zh: () => `文件是空的；第一行应是表头`,
    en: () => `the file is empty; its first row must be the header`,
  },
  FILE_BINARY: {
    zh: (d) => `这是${d.kindZh}，不是能读的表格；请用表格软件打开，另存为 xlsx 或 CSV 再导入`,
    en: (d) => `this is ${d.kindEn}, no table that can be read; open it in a spreadsheet program, save it as xlsx or CSV and import that`,
  },
  FILE_DAMAGED: {
    zh: () => `文件打不开，可能已损坏，或扩展名与内容不符；请用表格软件打开后另存为 xlsx`,
    en: () => `the file cannot be opened: it is damaged, or no spreadsheet; open it in a spreadsheet program and save it as xlsx`,
  },
  FILE_LOCKED: {
    zh: () => `文件有密码；请去掉密码再导入`,
    en: () => `the file has a password; take it off and import again`,
  },
  ARCHIVE_TOO_LARGE: {
    zh: (d) => `文件解开后超过 ${d.most} MB，远大于它本身，没有解开；请检查文件来源，或拆成几个文件`,
    en: (d) =>
      `unpacked, the file has more than ${d.most} MB, far more than it should, and was not unpacked; check where it is from, or split it`,
  },
  TOO_MANY_CELLS: {
    zh: (d) => `表格有 ${d.most} 个以上的单元格；请删去空白区域，或按年份拆成几个文件`,
    en: (d) => `the workbook has more than ${d.most} cells; delete blank areas, or split it by year`,
  },
  TOTAL_DIFFERS: {
    zh: (d) => `“${d.label}”写的是 ${d.value}，以上各行加起来是 ${d.sum}；请核对是漏了行还是合计没有更新`,
    en: (d) => `"${d.label}" says ${d.value}, the rows above it sum to ${d.sum}; check for a missing row or an old total`,
  },
  MONTH_NOT_TOLD: {
    zh: () => `看不出是哪一年或哪个月的数；请在标题、工作表名或文件名里写明，如“2020年5月”`,
    en: () => `cannot tell which year or month the figures are of; write it into the title, the sheet's name or the file's, as 2020年5月`,
  },
  MODE_NOT_TOLD: {
    zh: () => `看不出是哪个模式的收入（产业、物业、服务、资源、旅游）；请加一列“模式”，或写在标题或工作表名里`,
    en: () =>
      `cannot tell which mode the income is of (industry, property, service, resource, tourism); add a column, or write it into the title or the sheet's name`,
  },
  FILE_ENCODING: {
    zh: () => `文件既不是 UTF-8 也不是 GB18030 编码的文字；请另存为“CSV UTF-8”`,
    en: () => `the text is neither UTF-8 nor GB18030; save the file as "CSV UTF-8"`,
  },
  FILE_QUOTES: {
    zh: () => `引号没有成对；单元格里的引号要写两次（""），含逗号或换行的单元格要整个放在引号里`,
    en: () => `a quotation mark is not closed or stands in the middle of a cell; double it ("") and quote the whole cell`,
  },
  ROW_TOO_LONG: {
    zh: (d) => `这一行超过 ${d.most} 个字符；多半是引号没有成对`,
    en: (d) => `the row has more than ${d.most} characters; most likely a quotation mark is not closed`,
  },
  HEADER_ONLY: {
    zh: () => `只有表头，没有数据行`,
    en: () => `there is a header but not a single row of data`,
  },
  UNKNOWN_TABLE: {
    zh: (d) => `看不出这是哪张表（表头：${listed(d.found, '、')}）；请把文件命名为 村、收入、目标、园区 或 项目，并检查表头`,
    en: (d) =>
      `cannot tell which table this is (header: ${listed(d.found, ', ')}); name the file villages, receipts, targets, parks or projects, and check its header`,
  },
  MISSING_COLUMNS: {
    zh: (d) => `${d.tableZh}表缺少列：${listed(d.missingZh, '、')}；现有表头：${listed(d.found, '、')}`,
    en: (d) => `the ${d.tableEn} table lacks the columns ${listed(d.missingEn, ', ')}; its header has: ${listed(d.found, ', ')}`,
  },
  DUPLICATE_COLUMN: {
    zh: (d) => `“${d.value}”与“${d.first}”是同一列；请只留一列`,
    en: (d) => `"${d.value}" and "${d.first}" are the same column; keep one of them`,
  },
  WRONG_COLUMN_COUNT: {
    zh: (d) => `这一行有 ${d.value} 个单元格，表头有 ${d.expected} 个；请检查是否多了或少了分隔符`,
    en: (d) => `the row has ${d.value} cells, the header ${d.expected}; check for a delimiter too many or too few`,
  },
  EMPTY_CELL: {
    zh: () => `不能为空`,
    en: () => `must not be empty`,
  },
  TEXT_TOO_LONG: {
    zh: (d) => `“${d.value}”太长，最多 ${d.most} 个字符`,
    en: (d) => `"${d.value}" is too long, at most ${d.most} characters are taken`,
  },
  TOTAL_ROW: {
    zh: (d) => `“${d.value}”像是合计行；请删去，合计由系统计算`,
    en: (d) => `"${d.value}" looks like a row of totals; delete it, totals are computed`,
  },
  BAD_CODE: {
    zh: (d) => `“${d.value}”不是 ${d.digits} 位数字的区划代码`,
    en: (d) => `"${d.value}" is not a statistical code of ${d.digits} digits`,
  },
  CODE_MANGLED: {
    zh: (d) => `“${d.value}”是被表格软件改成科学计数的代码，末几位已丢失；请把该列设为“文本”后重新填写`,
    en: (d) => `"${d.value}" is a code that a spreadsheet turned into a rounded number; set the column to "text" and enter the codes again`,
  },
  BAD_ITEM_CODE: {
    zh: (d) => `代码“${d.value}”不可用；请用字母、数字、汉字、短横、下划线或点，最多 ${d.most} 个字符`,
    en: (d) => `the code "${d.value}" cannot be used; take letters, digits, hyphens, underscores or dots, at most ${d.most} characters`,
  },
  BAD_MONTH: {
    zh: (d) => `“${d.value}”不是月份；请写成 2020-05、2020/5 或 2020年5月`,
    en: (d) => `"${d.value}" is not a month; write 2020-05, 2020/5 or 2020年5月`,
  },
  FUTURE_MONTH: {
    zh: (d) => `${d.value} 还没有到，不会有到账；请检查年份`,
    en: (d) => `${d.value} lies in the future, so nothing can have been received; check the year`,
  },
  AS_OF_IN_FUTURE: {
    zh: (d) => `截至月份 ${d.value} 还没有到；--as-of 应是已经关账的月份`,
    en: (d) => `${d.value} lies in the future; --as-of must name a month that is closed`,
  },
  BAD_YEAR: {
    zh: (d) => `“${d.value}”不是 1949 到 2199 之间的年份；请写成 2020`,
    en: (d) => `"${d.value}" is not a year between 1949 and 2199; write 2020`,
  },
  BAD_AMOUNT: {
    zh: (d) => `“${d.value}”不是金额；请写成 12345.60、12,345.60 或 1.2万`,
    en: (d) => `"${d.value}" is not an amount; write 12345.60, 12,345.60 or 1.2万`,
  },
  AMOUNT_TOO_LARGE: {
    zh: (d) => `“${d.value}”（按${d.unitZh}计）超过 10 亿元；请检查单位是元还是万元`,
    en: (d) => `"${d.value}" (counted in ${d.unitEn}) exceeds 1,000,000,000 yuan; check whether the unit is yuan or 10,000 yuan`,
  },
  UNIT_NOT_NAMED: {
    zh: (d) => `“${d.value}”的金额与去年相差上千倍；请先确认它的单位是元还是万元`,
    en: (d) => `the amounts of "${d.value}" are a thousand times off last year's; name its unit first, yuan or 10,000 yuan`,
  },
  IMPORT_FILE_NAME: {
    zh: (d) => `文件名“${d.value}”不可用；不能为空，不能含 / 或 \\，不能以点开头，最多 80 个汉字`,
    en: (d) => `the file name "${d.value}" cannot be used; it must not be empty, hold / or \\, begin with a dot or exceed 240 bytes`,
  },
  IMPORT_FILE_KIND: {
    zh: (d) => `“${d.value}”不是表格文件；可收 ${d.allowed}`,
    en: (d) => `"${d.value}" is no spreadsheet; taken are ${d.allowed}`,
  },
  IMPORT_FILE_TWICE: {
    zh: (d) => `已经有一个“${d.value}”；请改名，或放弃这次导入重新上传`,
    en: (d) => `there is a "${d.value}" already; rename it, or drop this import and send the files again`,
  },
  IMPORT_TOO_MANY_FILES: {
    zh: (d) => `一次最多导入 ${d.most} 个文件；请分几次`,
    en: (d) => `at most ${d.most} files are imported at once; send them in parts`,
  },
  IMPORT_TOO_LARGE: {
    zh: (d) => `一次导入的文件合计超过 ${d.most} MB；请分几次`,
    en: (d) => `the files of one import have more than ${d.most} MB together; send them in parts`,
  },
  TOO_MANY_IMPORTS: {
    zh: (d) => `还有 ${d.most} 次导入没有确认或放弃；请先处理，或等 ${d.minutes} 分钟让它们失效`,
    en: (d) => `${d.most} imports are neither committed nor dropped; see to those first, or wait ${d.minutes} minutes until they expire`,
  },
  NO_SUCH_IMPORT: {
    zh: (d) => `没有这次导入：已确认、已放弃，或 ${d.minutes} 分钟没有操作已失效；请重新上传`,
    en: (d) => `there is no such import: it was committed, dropped, or left alone for ${d.minutes} minutes; send the files again`,
  },
  IMPORT_NOT_PREVIEWED: {
    zh: () => `还没有预览；请先看过预览（previewImport）再确认`,
    en: () => `there is no preview yet; look at it first (previewImport)`,
  },
  IMPORT_HAS_FINDINGS: {
    zh: (d) => `有 ${d.value} 处需要改正，没有写入任何数据；请改好文件重新上传`,
    en: (d) => `${d.value} places need mending and nothing was written; mend the files and send them again`,
  },
  IMPORT_REASON_TOO_LONG: {
    zh: (d) => `原因有 ${d.value} 个字，最多 ${d.most} 个`,
    en: (d) => `the reason has ${d.value} characters, at most ${d.most} are taken`,
  },
  IMPORT_OUTDATED: {
    zh: () => `预览之后数据或文件有了变化，没有写入；请重新预览，核对后再确认`,
    en: () => `the data or the files have changed since the preview and nothing was written; preview again, check, and commit then`,
  },
  UNIT_JUMP: {
    zh: (d) =>
      `${d.months} 的收入每笔约 ${d.now} 元，去年同月约 ${d.before} 元，相差约 ${d.times} 倍（现按${d.unit}读）；多半是元和万元弄混了，确认单位之前不导入（命令行用 --unit yuan 或 --unit wan 写明）`,
    en: (d) =>
      `receipts of ${d.months} are about ${d.now} yuan each, a year before about ${d.before} yuan: ${d.times} times apart (read in ${d.unit}); most likely yuan and 10,000 yuan are mixed up, and nothing is imported until the unit is named (on the command line by --unit yuan or --unit wan)`,
  },
  NEGATIVE_AMOUNT: {
    zh: (d) => `“${d.value}”是负数，这里不能为负`,
    en: (d) => `"${d.value}" is negative, which is not possible here`,
  },
  BAD_NUMBER: {
    zh: (d) => `“${d.value}”不是 ${d.least} 到 ${d.most} 之间的数`,
    en: (d) => `"${d.value}" is not a number between ${d.least} and ${d.most}`,
  },
  BAD_FRACTION: {
    zh: (d) => `“${d.value}”不是 0 到 1 之间的比例；百分比请带百分号，如 8%`,
    en: (d) => `"${d.value}" is not a fraction between 0 and 1; write a percentage with its sign, as in 8%`,
  },
  BAD_CRITERION: {
    zh: (d) => `“${d.value}”看不懂；符合写 1，不符合写 0，尚未评定留空`,
    en: (d) => `"${d.value}" is not understood; write 1 for met, 0 for not met, and leave it empty where nobody has judged`,
  },
  UNKNOWN_MODE: {
    zh: (d) => `没有“${d.value}”这个模式；可用：产业、物业、服务、资源、旅游${hintZh(d)}`,
    en: (d) => `unknown mode "${d.value}"; use one of INDUSTRY, PROPERTY, SERVICE, RESOURCE, TOURISM${hintEn(d)}`,
  },
  UNKNOWN_INDUSTRY: {
    zh: (d) => `没有“${d.value}”这个产业；可用：桑蚕、中草药、养殖、物业、林业、其他，或留空${hintZh(d)}`,
    en: (d) =>
      `unknown industry "${d.value}"; use one of SERICULTURE, HERBS, LIVESTOCK, PROPERTY, FORESTRY, OTHER, or leave it empty${hintEn(d)}`,
  },
  UNKNOWN_STAGE: {
    zh: (d) => `没有“${d.value}”这个阶段；可用：申报、推荐、审批、审核、公示、已立项${hintZh(d)}`,
    en: (d) => `unknown stage "${d.value}"; use one of APPLICATION, RECOMMENDATION, APPROVAL, REVIEW, PUBLICITY, COMMITTED${hintEn(d)}`,
  },
  NO_COUNTY_OF_PARK: {
    zh: (d) => `数据库和本次文件里都没有代码为“${d.value}”的县`,
    en: (d) => `neither the database nor these files have a county "${d.value}"`,
  },
  TOWNSHIP_MISMATCH: {
    zh: (d) => `乡镇代码 ${d.value} 与村代码 ${d.village} 不符；村代码的前 9 位应是乡镇代码`,
    en: (d) => `the township code ${d.value} does not fit the village code ${d.village}; its first 9 digits must be the township's`,
  },
  TOWNSHIP_NAMES_DIFFER: {
    zh: (d) => `乡镇 ${d.code} 在这里叫“${d.value}”，在第 ${d.firstRow} 行叫“${d.first}”；请统一`,
    en: (d) => `the township ${d.code} is called "${d.value}" here and "${d.first}" in row ${d.firstRow}; use one name`,
  },
  TOWNSHIP_NAME_NEEDED: {
    zh: (d) => `数据库里还没有乡镇 ${d.value}，这里也没有写它的名称`,
    en: (d) => `the township ${d.value} is not in the database yet and its name is missing here`,
  },
  NO_SUCH_VILLAGE: {
    zh: (d) => `没有“${d.value}”这个村${hintZh(d) || ';新的村请写进 villages.csv(村.csv)一起导入'}`,
    en: (d) => `unknown village "${d.value}"${hintEn(d) || '; a new village must stand in villages.csv, imported together'}`,
  },
  AMBIGUOUS_VILLAGE: {
    zh: (d) => `有 ${d.count} 个村叫“${d.value}”：${listed(d.candidates, '、')}；请写村代码，或在前面写乡镇，如“${d.example}”`,
    en: (d) =>
      `${d.count} villages are called "${d.value}": ${listed(d.candidates, ', ')}; write the code, or the township before it, as in "${d.example}"`,
  },
  VILLAGE_CODE_AND_NAME: {
    zh: (d) => `代码 ${d.code} 是${d.expected}，不是“${d.value}”；请核对代码或村名`,
    en: (d) => `the code ${d.code} is ${d.expected}, not "${d.value}"; check the code or the name`,
  },
  NO_SUCH_PARK: {
    zh: (d) => `没有“${d.value}”这个园区；新的园区请写进 parks.csv（园区.csv）一起导入${hintZh(d)}`,
    en: (d) => `unknown park "${d.value}"; a new park must stand in parks.csv, imported together${hintEn(d)}`,
  },
  NO_SUCH_PROJECT: {
    zh: (d) => `没有“${d.value}”这个项目；新的项目请写进 projects.csv（项目.csv）一起导入${hintZh(d)}`,
    en: (d) => `unknown project "${d.value}"; a new project must stand in projects.csv, imported together${hintEn(d)}`,
  },
  AMBIGUOUS_NAME: {
    zh: (d) => `有 ${d.count} 个叫“${d.value}”：${listed(d.candidates, '、')}；请写代码`,
    en: (d) => `${d.count} are called "${d.value}": ${listed(d.candidates, ', ')}; write the code`,
  },
  DUPLICATE_ROW: {
    zh: (d) => `${d.value} 在 ${d.firstFile} 第 ${d.firstRow} 行已经写过；请只留一行`,
    en: (d) => `${d.value} stands in row ${d.firstRow} of ${d.firstFile} already; keep one row`,
  },
  CONFLICTING_RECEIPT: {
    zh: (d) => `同一笔收入在 ${d.firstFile} 第 ${d.firstRow} 行是 ${d.first} 元，这里是 ${d.value} 元；请只在一个文件里写，或用凭证号区分`,
    en: (d) =>
      `the same receipt is ${d.first} yuan in row ${d.firstRow} of ${d.firstFile} and ${d.value} yuan here; keep it in one file, or tell them apart by reference`,
  },
  CODE_OF_OTHER_COUNTY: {
    zh: (d) => `代码“${d.value}”已由${d.county}使用（${d.name}）；请换一个代码，如“${d.example}”`,
    en: (d) => `the code "${d.value}" is used by ${d.county} already (${d.name}); take another, such as "${d.example}"`,
  },
  NO_SUCH_IMPORT_WORD: {
    zh: () => `这条记住的说法不在了；可能已被忘掉，请刷新`,
    en: () => `there is no such word remembered; it may have been forgotten, look again`,
  },
  WORD_LENGTH: {
    zh: (d) => `有 ${d.value} 个字符；要 1 到 ${d.most} 个`,
    en: (d) => `it has ${d.value} characters; 1 to ${d.most} are taken`,
  },
  WORD_NEEDS_TABLE: {
    zh: () => `请写明是哪种表里的列（村、园区、项目、目标、收入）`,
    en: () => `say in which table the column stands (villages, parks, projects, targets, receipts)`,
  },
  NO_SUCH_COLUMN: {
    zh: (d) => `这种表没有“${d.value}”列；有：${listed(d.columns, '、')}`,
    en: (d) => `the table knows no column "${d.value}"; it has: ${listed(d.columns, ', ')}`,
  },
  NO_SUCH_BATCH: {
    zh: (d) => `没有批次 ${d.value}；用 --batches 查看全部批次`,
    en: (d) => `there is no import ${d.value}; see all with --batches`,
  },
  BATCH_UNDONE: {
    zh: (d) => `批次 ${d.value} 已于 ${d.at} 撤销`,
    en: (d) => `import ${d.value} was taken back on ${d.at} already`,
  },
  BATCH_BUILT_UPON: {
    zh: (d) => `批次 ${listed(d.later, '、')} 用到了批次 ${d.value} 的数据；请先撤销批次 ${listed(d.later, '、')}（从后往前）`,
    en: (d) => `import ${listed(d.later, ', ')} built upon import ${d.value}; take back ${listed(d.later, ', ')} first, latest first`,
  },
  DATABASE_UNREACHABLE: {
    zh: (d) => `数据库打不开：${d.reason}；请检查 DATA_DIR 或 DATABASE_URL`,
    en: (d) => `the database cannot be opened: ${d.reason}; check DATA_DIR or DATABASE_URL`,
  },
  UNKNOWN_ARGUMENT: {
    zh: (d) => `不认识参数“${d.value}”${hintZh(d)}`,
    en: (d) => `unknown argument "${d.value}"${hintEn(d)}`,
  },
  BAD_ARGUMENT: {
    zh: (d) => `参数 ${d.argument} 的值“${d.value}”不对；可用：${d.allowed}`,
    en: (d) => `the value "${d.value}" of ${d.argument} is not right; use ${d.allowed}`,
  },
  ARGUMENTS_CONFLICT: {
    zh: (d) => `${d.value} 不能与其他导入参数同用`,
    en: (d) => `${d.value} cannot be combined with other arguments of an import`,
  },
  NOTHING_TO_IMPORT: {
    zh: () => `没有写要导入的文件夹或文件`,
    en: () => `no folder or file to import was given`,
  },
} satisfies Record<string, CatalogueEntry>;
