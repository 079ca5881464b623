import { catalogue, type ProblemCode } from './catalogue.js';

export type Language = 'zh' | 'en';

/** What a message may mention. Values come from users: they are shown, never interpreted. */
export type ProblemDetails = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * Something the user can understand and mend. It has a code of the catalogue, the details of the case, and says
 * itself in Chinese or English; `message` holds the English text for logs.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    /** Where in the input the fault lies, for example ['scenario', 'growth', '0', 'rate']. */
    readonly path: readonly string[] = [],
  ) {
    super(catalogue[code].en(details));
  }

  /** The message in a language. */
  text(language: Language): string {
    return catalogue[this.code][language](this.details);
  }
}
