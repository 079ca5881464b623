import { getNamedType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../../server/graphql/schema.js';
import { serving, type Answer } from './serving.js';

/** A list in pages: how it is asked for, and what is read of each of its entries. */
interface Paged {
  readonly name: string;
  readonly query: (page: string, entry: string) => string;
  readonly entry: string;
  /** The most entries of a page. */
  readonly most: number;
  readonly find: (data: Answer) => Answer;
}

const MOST = 1000;
/** Pages of what is large one by one are shorter. */
const SHORTER: Readonly<Record<string, number>> = { notebookList: 100, adoptedPlans: 100 };

const schema = createSchema();
const isPaged = ({ args, type }: GraphQLField<unknown, unknown>): boolean => {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    'pageInfo' in named.getFields() &&
    'totalCount' in named.getFields() &&
    args.some(({ name }) => name === 'first') &&
    !args.some(isRequiredArgument)
  );
};

/** What tells the entries of a list apart. */
function keyOf(connection: GraphQLObjectType): string {
  const node = getNamedType(connection.getFields()['nodes']!.type) as GraphQLObjectType;
  return 'id' in node.getFields() ? 'id' : 'code';
}

const ROOT_LISTS = Object.values(schema.getQueryType()!.getFields())
  .filter(isPaged)
  .map((field): Paged => ({
    name: field.name,
    query: (page, entry) => `{ ${field.name}(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${entry} } } }`,
    entry: keyOf(getNamedType(field.type) as GraphQLObjectType),
    most: SHORTER[field.name] ?? MOST,
    find: (data) => data[field.name],
  }));

const INNER_LISTS: Paged[] = [
  {
    name: 'villages of a projection',
    query: (page, entry) =>
      `{ projection(scenario: { trials: 100 }) { villages(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${entry} } } } }`,
    entry: 'village { code } chance',
    most: MOST,
    find: (data) => data.projection.villages,
  },
  {
    name: 'streams of a fit',
    query: (page, entry) => `{ modelFit { streams(${page}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${entry} } } } }`,
    entry: 'village { code } mode industry park { code } project',
    most: MOST,
    find: (data) => data.modelFit[0].streams,
  },
];

describe('lists in pages', () => {
  const server = serving();

  test.each([...ROOT_LISTS, ...INNER_LISTS])(
    '$name: pages one after the other are the whole list, each entry once',
    async ({ query, entry, find }) => {
      const ask = async (page: string) => {
        const { data, errors } = await server.ask(query(page, entry));
        expect(errors).toBeUndefined();
        return find(data);
      };
      const { totalCount } = await ask('first: 1');
      const size = Math.min(1000, Math.max(1, Math.ceil(totalCount / 3)));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Answer = await ask(`first: ${size}${after === null ? '' : `, after: ${JSON.stringify(after)}`}`);
        expect(page.totalCount).toBe(totalCount);
        expect(page.nodes.length).toBeLessThanOrEqual(size);
        seen.push(...page.nodes.map((node: Answer) => JSON.stringify(node)));
        expect(page.pageInfo.hasNextPage).toBe(seen.length < totalCount);
        expect(page.pageInfo.endCursor === null).toBe(page.nodes.length === 0);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toHaveLength(totalCount);
      expect(new Set(seen).size).toBe(totalCount);
    },
  );

  test.each([...ROOT_LISTS, ...INNER_LISTS])(
    '$name: a size and a cursor that are none are refused in both languages',
    async ({ query, entry, most }) => {
      for (const first of [0, -1, most + 1]) {
        expect(await server.refusal(query(`first: ${first}`, entry))).toEqual([
          expect.stringMatching(new RegExp(`^PAGE_SIZE \\[.*"first"\\] first = ${first} is not between 1 and ${most}$`)),
        ]);
      }
      expect(await server.refusal(query('first: 0', entry), {}, 'zh')).toEqual([
        expect.stringContaining(`first = 0 不在 1 到 ${most} 之间`),
      ]);
      const [english] = await server.refusal(query('first: 1, after: "nowhere"', entry));
      const [chinese] = await server.refusal(query('first: 1, after: "nowhere"', entry), {}, 'zh');
      expect([english, chinese]).toEqual([expect.stringContaining('"nowhere"'), expect.stringMatching(/“nowhere”|nowhere/)]);
      expect(chinese).toMatch(/\p{Script=Han}/u);
    },
  );
});
