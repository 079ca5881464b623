import { createHash } from 'node:crypto';

/** SHA-256 of a text as 64 hexadecimal digits: the version of whatever the text describes. */
export const contentHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first 64 bits of a text's SHA-256 as two unsigned 32-bit words: the number of an entity in counter-based draws. */
export function entityWords(text: string): readonly [number, number] {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}
