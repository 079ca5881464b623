import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Problem } from '../../base/errors/problem.js';
import type { RequestContext } from '../context.js';
import { checkFirst } from '../paging.js';
import { toNotebookVersion } from '../present/notebook.js';
import { JSONValue } from '../scalars.js';
import { NotebookVersion, NotebookVersionConnection } from '../types/notebook.js';

const MOST_PER_PAGE = 100;

@Resolver(() => NotebookVersion)
export class NotebookVersionResolver {
  @Query(() => NotebookVersionConnection, {
    description:
      'The states of a notebook that are kept, the newest first; `first` at most 100, the cursor is a revision. Kept are the present one, those with a name, every one of the last ten minutes (of many, the latest 300), the last of each minute for an hour, of each hour for a day, and of each day for ever.',
  })
  async notebookVersions(
    @Ctx() { notebooks }: RequestContext,
    @Arg('notebook', () => ID) notebook: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
  ): Promise<NotebookVersionConnection> {
    if (typeof after === 'string' && !/^\d{1,9}$/.test(after)) throw new Problem('BAD_CURSOR', { value: after.slice(0, 100) }, ['after']);
    const before = typeof after === 'string' ? Number(after) : undefined;
    const page = await notebooks.listVersions(notebook, { first: checkFirst(first ?? 20, MOST_PER_PAGE), before });
    const last = page.versions.at(-1);
    return {
      totalCount: page.totalCount,
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: last ? String(last.revision) : null },
      nodes: page.versions.map(toNotebookVersion),
    };
  }

  @Query(() => NotebookVersion, { nullable: true, description: 'One state of a notebook; null where it is not kept.' })
  async notebookVersion(
    @Ctx() { notebooks }: RequestContext,
    @Arg('notebook', () => ID) notebook: string,
    @Arg('revision', () => Int) revision: number,
  ): Promise<NotebookVersion | null> {
    const version = await notebooks.findVersion(notebook, revision);
    return version ? toNotebookVersion(version) : null;
  }

  @FieldResolver(() => JSONValue, { description: 'What the notebook held.' })
  async spec(@Root() { notebook, revision }: NotebookVersion, @Ctx() { loaders }: RequestContext): Promise<unknown> {
    const text = await loaders.notebookSpec.load({ notebook, revision });
    if (text === undefined) throw new Problem('UNKNOWN_NOTEBOOK_VERSION', { value: revision });
    return JSON.parse(text) as unknown;
  }
}
