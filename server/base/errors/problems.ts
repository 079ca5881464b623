import type { Language, Problem } from './problem.js';

/** Everything that is wrong with one input, so that the user mends it in one go. Never empty. */
export class Problems extends Error {
  override readonly name = 'Problems';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
  }

  /** The messages in a language, one a line. */
  text(language: Language): string {
    return this.problems.map((problem) => problem.text(language)).join('\n');
  }
}
