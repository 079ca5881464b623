import type { Format } from '../i18n/format.js';
import type { ImportBatch } from './operations.js';
import type { ImportWords } from './words.js';

/** What a batch did to each table: 收入 新增 36. */
export const changedParts = ({ counts }: ImportBatch, words: ImportWords, format: Format): string[] =>
  counts.flatMap(({ table, added, changed, removed }) => {
    const parts = [
      [words.added, added],
      [words.changed, changed],
      [words.removed, removed],
    ] as const;
    const written = parts.flatMap(([word, count]) => (count > 0 ? [`${word} ${format.count(count)}`] : []));
    return written.length > 0 ? [words.countOf(words.tables[table], written.join(' '))] : [];
  });
