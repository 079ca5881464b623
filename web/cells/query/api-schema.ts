import { buildSchema, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import type { CodeMark } from './code-mark.js';

/** What a schema finds wrong with a query, in graphql-js's own words; nothing for a query that is empty. */
export function checkQuery(text: string, schema: GraphQLSchema): readonly CodeMark[] {
  if (text.trim() === '') return [];
  try {
    return validate(schema, parse(text), undefined, { maxErrors: 20 }).flatMap((error) => marksOf(error, text));
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return marksOf(thrown, text);
    throw thrown;
  }
}

/** An error stands at the names it is about; one that says only where it begins stands at the word there. */
function marksOf({ message, nodes, positions }: GraphQLError, text: string): CodeMark[] {
  const named = (nodes ?? []).flatMap((node) => {
    const { loc } = 'name' in node && node.name ? node.name : node;
    return loc ? [{ from: loc.start, to: loc.end, message }] : [];
  });
  if (named.length > 0) return named.slice(0, 1);
  return (positions ?? []).slice(0, 1).map((from) => ({ from, to: from + (/^\w+/.exec(text.slice(from))?.[0].length ?? 1), message }));
}

let loading: Promise<GraphQLSchema> | undefined;

/** The schema of the API, fetched and built once for all editors; a failure is tried again the next time. */
export function loadSchema(): Promise<GraphQLSchema> {
  loading ??= fetchSchema();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function fetchSchema(): Promise<GraphQLSchema> {
  const response = await fetch('/schema.graphql');
  if (!response.ok) throw new Error(`the schema could not be read: ${response.status}`);
  return buildSchema(await response.text(), { assumeValidSDL: true });
}
