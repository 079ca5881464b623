import { suggestions } from '../base/suggestion.js';

/** What a scenario or a query may refer to, of what is loaded: names by code. */
export interface KnownCodes {
  /** Regions of every level, villages among them. */
  readonly regions: ReadonlyMap<string, string>;
  readonly villages: ReadonlyMap<string, string>;
  readonly parks: ReadonlyMap<string, string>;
}

/**
 * The known entries nearest to a mistaken code, as 永宁村 (451026100201). People write a name where a code is wanted, so
 * names count too.
 */
export function suggestCodes(wanted: string, known: ReadonlyMap<string, string>): string[] {
  const label = (code: string) => `${known.get(code)} (${code})`;
  const byName = [...known].filter(([, name]) => wanted.length > 1 && (name === wanted || name.includes(wanted)));
  if (byName.length) {
    return byName
      .sort(([left, leftName], [right, rightName]) => leftName.length - rightName.length || (left < right ? -1 : 1))
      .slice(0, 3)
      .map(([code]) => label(code));
  }
  // Of the same length first: a county's code is contained in those of all its villages, which would all seem near.
  const alike = suggestions(
    wanted,
    [...known.keys()].filter((code) => code.length === wanted.length),
  );
  return (alike.length ? alike : suggestions(wanted, known.keys())).map(label);
}

/** Whether a region lies in a scope: an empty scope is everything loaded. */
export const isInScope = (code: string, scope: readonly string[]): boolean =>
  scope.length === 0 || scope.some((region) => code.startsWith(region));
