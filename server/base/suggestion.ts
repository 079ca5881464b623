import { distance } from 'fastest-levenshtein';

/**
 * The known words nearest to a mistaken one, best first: those that contain it or are contained in it, then those
 * within an edit distance of 40% of its length (at least one edit), as graphql-js words its "did you mean".
 */
export function suggestions(wanted: string, known: Iterable<string>, most = 3): string[] {
  const tolerance = Math.max(1, Math.floor(wanted.length * 0.4));
  const scored: { word: string; score: number }[] = [];
  for (const word of new Set(known)) {
    const edits = distance(wanted, word);
    const related = wanted.length > 1 && (word.includes(wanted) || wanted.includes(word));
    if (related || edits <= tolerance) scored.push({ word, score: related ? edits / 10 : edits });
  }
  return scored
    .sort((left, right) => left.score - right.score || (left.word < right.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}
