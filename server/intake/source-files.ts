import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Problem } from '../base/errors/problem.js';
import type { Findings } from './findings.js';

/** A file as it came. */
export interface SourceFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal: what an import can be traced by. */
  readonly hash: string;
  /** True where the user named this very file, false where it was found in a folder. */
  readonly named: boolean;
}

/** The largest file, megabytes: a year of a province, several times over. */
export const MOST_MEGABYTES = 200;

/** What the names of files with tables end with. */
export const TABLE_EXTENSIONS: readonly string[] = ['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', '.xls', '.et'];

/**
 * Reads the files of some paths, each a file or a folder of tables (its own files only, not those of folders within
 * it), in the order of their names. What cannot be read is told to `findings`.
 */
export async function readSourceFiles(paths: readonly string[], findings: Findings): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const found = await statusOf(path);
    if (!found) findings.add({ file: basename(path) }, 'FILE_NOT_FOUND', { value: path });
    else if (!found.isDirectory()) await readInto(files, path, true, findings);
    else for (const name of await tableFiles(path)) await readInto(files, join(path, name), false, findings);
  }
  return files;
}

/** Names of the files in a folder that may hold tables, and of those that look like tables but are none. */
async function tableFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !/^[.~]/.test(entry.name) && TABLE_EXTENSIONS.includes(extname(entry.name).toLowerCase()))
    .map((entry) => entry.name)
    .sort();
}

/** Undefined where there is nothing of that name. */
async function statusOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

async function readInto(files: SourceFile[], path: string, named: boolean, findings: Findings): Promise<void> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    const megabytes = Math.ceil(size / 2 ** 20);
    if (megabytes > MOST_MEGABYTES) throw new Problem('FILE_TOO_LARGE', { value: megabytes, most: MOST_MEGABYTES });
    const bytes = await readFile(path);
    files.push({ name, bytes, named, hash: createHash('sha256').update(bytes).digest('hex') });
  } catch (error) {
    if (error instanceof Problem) findings.add({ file: name }, error.code, error.details);
    else if (isSystemError(error)) findings.add({ file: name }, 'FILE_UNREADABLE', { reason: error.code });
    else throw error;
  }
}

const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';
