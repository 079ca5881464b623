import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ScenarioSource } from './types/example.js';

/** A notebook that comes with the product. */
export interface ExampleNotebook {
  readonly id: string;
  readonly title: string;
  readonly county: string | null;
  readonly language: string | null;
  /** The YAML text, and what it says. */
  readonly source: string;
  readonly spec: unknown;
}

/** The notebooks and scenarios that come with the product, read from a folder. */
export class Examples {
  readonly #read = new Map<string, { readonly changed: number; readonly source: string; readonly spec: unknown }>();

  constructor(private readonly folder: string) {}

  /** In the order of their ids. */
  async notebooks(): Promise<ExampleNotebook[]> {
    const files = await this.#files('.notebook.yaml');
    return files.map(({ id, source, spec }) => ({
      id,
      title: textOf(spec, 'title') ?? id,
      county: textOf(spec, 'county') ?? null,
      language: textOf(spec, 'language') ?? null,
      source,
      spec,
    }));
  }

  async scenarios(): Promise<ScenarioSource[]> {
    const files = await this.#files('.scenario.yaml');
    return files.map(({ id, source, spec }) => ({ id, name: textOf(spec, 'name') ?? id, source, spec }));
  }

  /** Every file of a kind by name; one that has not changed is not read again. */
  async #files(ending: string): Promise<{ readonly id: string; readonly source: string; readonly spec: unknown }[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(ending));
    const ids = names.map((name) => name.slice(0, -ending.length)).sort();
    return Promise.all(ids.map(async (id) => ({ id, ...(await this.#file(join(this.folder, id + ending))) })));
  }

  async #file(path: string): Promise<{ readonly source: string; readonly spec: unknown }> {
    const { mtimeMs } = await stat(path);
    const known = this.#read.get(path);
    if (known?.changed === mtimeMs) return known;
    const source = await readFile(path, 'utf8');
    const read = { changed: mtimeMs, source, spec: parse(source) as unknown };
    this.#read.set(path, read);
    return read;
  }
}

/** The text that a parsed file holds under a name, if it holds one. */
function textOf(spec: unknown, name: string): string | undefined {
  const value = typeof spec === 'object' && spec !== null ? (spec as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
