import { createHash } from 'node:crypto';

/** SHA-256 of a text as 64 hexadecimal digits: the version of whatever the text describes. */
export const contentHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const MOST_KEPT = 100_000;
const keptWords = new Map<string, readonly [number, number]>();

/**
 * The first 64 bits of a text's SHA-256 as two unsigned 32-bit words: the number of an entity in counter-based draws. The
 * latest are kept, because an entity is drawn for many times.
 */
export function entityWords(text: string): readonly [number, number] {
  let words = keptWords.get(text);
  if (!words) {
    const digest = createHash('sha256').update(text, 'utf8').digest();
    words = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
    if (keptWords.size >= MOST_KEPT) keptWords.clear();
    keptWords.set(text, words);
  }
  return words;
}
