import { finished } from 'node:stream/promises';
import { fromBufferPromise, type Entry } from 'yauzl';
import { Problem } from '../base/errors/problem.js';

/** Bytes that the files within an archive may have together, and how many files there may be. */
const MOST_BYTES = 1024 * 2 ** 20;
const MOST_ENTRIES = 10_000;
/** Repeated text packs well, but not a thousandfold: an archive that does is meant to fill the memory. */
const MOST_RATIO = 400;
const SMALL = 32 * 2 ** 20;

/**
 * Looks into an archive before anything unpacks it: each entry is unpacked in a stream and counted, whatever its header says.
 * @throws Problem FILE_DAMAGED, FILE_LOCKED, ARCHIVE_TOO_LARGE
 */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  const limit = Math.min(MOST_BYTES, Math.max(SMALL, bytes.length * MOST_RATIO));
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    });
    let [entries, total] = [0, 0];
    for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
      entries += 1;
      total += entry.uncompressedSize;
      if (entries > MOST_ENTRIES || total > limit) throw tooLarge(limit);
      if (entry.isEncrypted()) throw new Problem('FILE_LOCKED', {});
      const content = await archive.openReadStreamPromise(entry);
      await finished(content.resume());
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('FILE_DAMAGED', { reason: error instanceof Error ? error.message : String(error) });
  }
}

const tooLarge = (limit: number): Problem => new Problem('ARCHIVE_TOO_LARGE', { most: Math.round(limit / 2 ** 20) });
