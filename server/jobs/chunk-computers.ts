import type { ChunkComputer } from './chunk-computer.js';
import { computeProjectionChunk } from './projection-chunk.js';

/** How the chunks of each kind of job are computed. */
export const CHUNK_COMPUTERS: ReadonlyMap<string, ChunkComputer> = new Map([['projection', computeProjectionChunk]]);
