import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';

/** Errors of imported files. Where they stand (file, row, column) is told beside them, not in the sentence. */
export const intakeProblems = {
  UNKNOWN_MODE: {
    zh: (d) => `没有“${d.value}”这个模式${hintZh(d)};可用:产业、物业、服务、资源、旅游`,
    en: (d) => `unknown mode "${d.value}"${hintEn(d)}; use one of INDUSTRY, PROPERTY, SERVICE, RESOURCE, TOURISM`,
  },
} satisfies Record<string, CatalogueEntry>;
