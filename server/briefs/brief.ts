import type { Language } from '../base/errors/problem.js';

/** A document that leaders decide by: headings, text, tables and lines to sign on. All is words; numbers come written. */
export interface Brief {
  readonly language: Language;
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string;
  /** To whom it goes, above the text; left out: to nobody in particular. */
  readonly addressees?: string;
  /** A warning above everything else, such as that the data are not real. */
  readonly warning: string | undefined;
  readonly sections: readonly BriefSection[];
  /** What is signed for, a line each. */
  readonly signatures: readonly string[];
}

export interface BriefSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table?: BriefTable;
  /** Small print. */
  readonly notes?: readonly string[];
}

export interface BriefTable {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
