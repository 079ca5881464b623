import type { Language } from './format.js';

/** Words in both languages; sentences with numbers are functions, so that each language orders them its own way. */
export type Words<Catalogue> = Readonly<Record<Language, Catalogue>>;

/** Words in Chinese, the first language, and the same in English: the type sees to it that neither lacks any. */
export const inBoth = <Catalogue>(chinese: Catalogue, english: NoInfer<Catalogue>): Words<Catalogue> => ({ 'zh-CN': chinese, en: english });

/** What one language's words of a `Words` are. */
export type WordsOf<Both> = Both extends Words<infer Catalogue> ? Catalogue : never;
