import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { Problems } from '../base/errors/problems.js';
import { Answers } from './answers.js';
import type { RequestContext } from './context.js';
import { presentErrors, type LogError } from './format-error.js';
import { guardProblems, MOST_TOKENS } from './guard.js';

/** Told of every operation, for the metrics. */
export type CountOperation = (outcome: 'ok' | 'error') => void;

/** The GraphQL server, without HTTP. Introspection is open: what the notebook shows, anyone may ask for. */
export function createApollo(schema: GraphQLSchema, log: LogError, count: CountOperation): ApolloServer<RequestContext> {
  const answers = new Answers();
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: hideUnexpected,
    stringifyResult: (result) => answers.write(result),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      guardPlugin(schema),
      answers.plugin(),
      errorPlugin(log, count),
    ],
  });
}

/** For errors outside any operation, where the language is not known: nothing of the inside is told. */
const hideUnexpected = (formatted: GraphQLFormattedError): GraphQLFormattedError =>
  formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR' ? { message: 'internal error', extensions: { code: 'INTERNAL' } } : formatted;

const guardPlugin = (schema: GraphQLSchema): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ document, request }) {
      const problems = guardProblems({ schema, document, operationName: request.operationName, variables: request.variables });
      if (!problems.length) return;
      const refusal = new Problems(problems);
      throw new GraphQLError(refusal.message, { originalError: refusal, extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
    },
  }),
});

const errorPlugin = (log: LogError, count: CountOperation): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    async willSendResponse({ errors, response, contextValue }) {
      count(errors?.length ? 'error' : 'ok');
      if (errors?.length && response.body.kind === 'single')
        response.body.singleResult.errors = presentErrors(errors, contextValue.language, log);
    },
  }),
});
