import { Problem } from '../base/errors/problem.js';

/**
 * A name that people give (to themselves, to a version), without the space around it; null where none is given.
 * @throws Problem NAME_LENGTH, NAME_CHARACTERS
 */
export function checkName(name: string | null | undefined, most: number, path: readonly string[]): string | null {
  if (name === null || name === undefined) return null;
  const trimmed = name.trim();
  const field = path.at(-1)!;
  if (/\p{Cc}/u.test(trimmed) || !trimmed.isWellFormed()) throw new Problem('NAME_CHARACTERS', { field }, path);
  const length = [...trimmed].length;
  if (length < 1 || length > most) throw new Problem('NAME_LENGTH', { field, value: length, most }, path);
  return trimmed;
}
