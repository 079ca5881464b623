import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Problem } from '../../base/errors/problem.js';
import { checkNotebook } from '../../notebook/check-notebook.js';
import { parseNotebook, writeNotebook } from '../../notebook/notebook-yaml.js';
import type { NotebookPlace, NotebookRecord } from '../../store/notebooks.js';
import type { RequestContext } from '../context.js';
import { NotebookPlaceEnum, type NotebookPlaceCode } from '../enums.js';
import type { ExampleNotebook } from '../examples.js';
import { checkFirst, pageOf } from '../paging.js';
import { toExampleNotebook, toNotebook } from '../present/notebook.js';
import { toUserErrors } from '../present/user-error.js';
import { JSONValue } from '../scalars.js';
import { Notebook, NotebookConnection, NotebookReading } from '../types/notebook.js';

/** Notebooks can be large, and a page of them all at once larger. */
const MOST_PER_PAGE = 100;

type NotebookRoot = Notebook & { readonly example?: ExampleNotebook };

@Resolver(() => Notebook)
export class NotebookResolver {
  @Query(() => [Notebook], { description: 'The notebooks that come with the product.' })
  async notebooks(@Ctx() { notebooks }: RequestContext): Promise<Notebook[]> {
    return (await notebooks.listExamples()).map(toExampleNotebook);
  }

  @Query(() => Notebook, {
    nullable: true,
    description: 'An example, or a notebook of the workspace, one in the bin too; null: there is none.',
  })
  async notebook(@Ctx() { notebooks }: RequestContext, @Arg('id', () => ID) id: string): Promise<Notebook | null> {
    const example = await notebooks.example(id);
    if (example) return toExampleNotebook(example);
    const own = await notebooks.find(id);
    return own ? toNotebook(own) : null;
  }

  @Query(() => NotebookConnection, {
    description: 'Notebooks by where they lie: those changed last first, of the bin those that came there last; `first` at most 100.',
  })
  async notebookList(
    @Ctx() { notebooks }: RequestContext,
    @Arg('place', () => NotebookPlaceEnum, { nullable: true, defaultValue: 'OWN' }) place: NotebookPlaceCode | null,
    @Arg('search', () => String, { nullable: true, description: "Part of the title or of the last editor's name." })
    search: string | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
  ): Promise<NotebookConnection> {
    const size = checkFirst(first ?? 20, MOST_PER_PAGE);
    if (place === 'EXAMPLES') {
      const wanted = search?.trim().toLowerCase() ?? '';
      const examples = (await notebooks.listExamples()).filter(({ title }) => title.toLowerCase().includes(wanted));
      const { totalCount, pageInfo, entries } = pageOf(examples, ({ id }) => id, size, after);
      return { totalCount, pageInfo, nodes: entries.map(toExampleNotebook) };
    }
    const bin = place === 'BIN';
    const page = await notebooks.list({ bin, search: search ?? undefined, first: size, after: readCursor(after ?? undefined) });
    const last = page.notebooks.at(-1);
    return {
      totalCount: page.totalCount,
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: last ? writeCursor(last, bin) : null },
      nodes: page.notebooks.map(toNotebook),
    };
  }

  @Query(() => String, {
    nullable: true,
    description:
      'A notebook as YAML made for diffs: fields in a fixed order, one value a line, no results; an example as it was written. Null where there is no such notebook or revision.',
  })
  async notebookSource(
    @Ctx() { notebooks, loaders }: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int, { nullable: true, description: 'Left out: the present one.' }) revision: number | null | undefined,
  ): Promise<string | null> {
    const example = await notebooks.example(id);
    if (example) return (revision ?? 0) === 0 ? example.source : null;
    const version = revision ?? (await notebooks.find(id))?.revision;
    const text = version === undefined ? undefined : await loaders.notebookSpec.load({ notebook: id, revision: version });
    return text === undefined ? null : yamlOf(text);
  }

  @Query(() => NotebookReading, { description: 'What a YAML text says, or everything about its form that is wrong.' })
  notebookReading(@Ctx() { language }: RequestContext, @Arg('source', () => String) source: string): NotebookReading & ReadSource {
    try {
      const { spec, lineOf } = parseNotebook(source);
      return { source, spec: JSON.parse(checkNotebook(spec, { lineOf }).text) as unknown, userErrors: [] };
    } catch (error) {
      return { source, spec: null, userErrors: toUserErrors(error, language) };
    }
  }

  @FieldResolver(() => JSONValue, { description: 'What it holds: fields of the notebook and its cells, as the YAML says it.' })
  async spec(@Root() notebook: NotebookRoot, @Ctx() context: RequestContext): Promise<unknown> {
    return notebook.example ? notebook.example.spec : (JSON.parse(await textOf(notebook, context)) as unknown);
  }

  @FieldResolver(() => String, { description: 'The YAML text.' })
  async source(@Root() notebook: NotebookRoot, @Ctx() context: RequestContext): Promise<string> {
    return notebook.example ? notebook.example.source : yamlOf(await textOf(notebook, context));
  }
}

interface ReadSource {
  readonly source: string;
}

@Resolver(() => NotebookReading)
export class NotebookReadingResolver {
  @FieldResolver(() => [Int], {
    description:
      'The lines (from 1) that places of the notebook are written in, such as ["cells", "0", "title"]; of one that is missing, the line of what it is missing from.',
  })
  lines(@Root() { source, spec }: NotebookReading & ReadSource, @Arg('paths', () => [[String]]) paths: string[][]): number[] {
    if (spec === null) return paths.map(() => 1);
    const { lineOf } = parseNotebook(source);
    return paths.map((path) => lineOf(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part))));
  }
}

const yamlOf = (text: string): string => writeNotebook(JSON.parse(text) as Readonly<Record<string, unknown>>);

/** What a notebook of the workspace holds. */
async function textOf({ id, revision }: Notebook, { loaders }: RequestContext): Promise<string> {
  const text = await loaders.notebookSpec.load({ notebook: id, revision });
  // Deleted for good, or thinned out, since it was found a moment ago.
  if (text === undefined) throw new Problem('UNKNOWN_NOTEBOOK', { value: id });
  return text;
}

const writeCursor = ({ id, updatedAt, deletedAt }: NotebookRecord, bin: boolean): string => `${bin ? deletedAt : updatedAt}/${id}`;

function readCursor(cursor: string | undefined): NotebookPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/([a-z0-9-]+)$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new Problem('BAD_CURSOR', { value: cursor.slice(0, 100) }, ['after']);
  return { at, id };
}
