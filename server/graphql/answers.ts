import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { Kind, type FormattedExecutionResult, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { contentHash } from '../base/hashing.js';
import type { RequestContext } from './context.js';

/** Fields whose answer follows from the workspace's revision and the arguments alone; files of examples do not. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'counties',
  'villages',
  'village',
  'income',
  'modelFit',
  'projection',
  'comparison',
  'sensitivity',
  'sensitivityTable',
  'responseCurve',
  'runningYear',
  'replay',
  'backtest',
  'assumptionDefaults',
  'workspace',
]);

/** Characters kept. An answer for 130 villages with bands has about 90,000. */
const MOST_CHARACTERS = 64_000_000;

type AnswerData = NonNullable<FormattedExecutionResult['data']>;

/**
 * Keeps whole answers, written out, by query, variables, language and revision: asked again, an answer is sent without
 * resolving a field. An import raises the revision, so no answer is ever out of date.
 */
export class Answers {
  readonly #kept = new LRUCache<string, { readonly data: AnswerData; readonly text: string }>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ text }) => text.length,
  });
  /** The text of data that has one: the server writes an answer out only after the plugins are done with it. */
  readonly #texts = new WeakMap<AnswerData, string>();

  /** Writes an answer out, or takes the text there is. */
  write({ data, ...rest }: FormattedExecutionResult): string {
    if (!data || Object.values(rest).some((part) => part !== undefined)) return `${JSON.stringify({ ...rest, data })}\n`;
    return `{"data":${this.#textOf(data)}}\n`;
  }

  plugin(): ApolloServerPlugin<RequestContext> {
    return {
      requestDidStart: async () => {
        let key: string | undefined;
        return {
          responseForOperation: async ({ operation, queryHash, request, contextValue }) => {
            if (!isRepeatable(operation)) return null;
            // Where the database does not answer, the fields will say so.
            const state = await contextValue.loaders.state().catch(() => undefined);
            if (!state) return null;
            key = contentHash(JSON.stringify([queryHash, request.operationName, request.variables, contextValue.language, state.revision]));
            const found = this.#kept.get(key);
            if (!found) return null;
            key = undefined;
            return { http: { status: 200, headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: found.data } } };
          },
          willSendResponse: async ({ response: { body }, errors }) => {
            if (key === undefined || errors?.length || body.kind !== 'single' || !body.singleResult.data) return;
            const { data } = body.singleResult;
            this.#kept.set(key, { data, text: this.#textOf(data) });
          },
        };
      },
    };
  }

  #textOf(data: AnswerData): string {
    const text = this.#texts.get(data) ?? JSON.stringify(data);
    this.#texts.set(data, text);
    return text;
  }
}

/** A query with nothing but repeatable fields on its first level; fragments there are not looked into. */
const isRepeatable = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === 'query' &&
  selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && REPEATABLE.has(selection.name.value));
