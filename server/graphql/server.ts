import { availableParallelism } from 'node:os';
import { constants } from 'node:zlib';
import fastifyApollo from '@as-integrations/fastify';
import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Language } from '../base/errors/problem.js';
import { ImportDesk } from '../intake/import-desk.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { ThreadJobRunner } from '../jobs/thread-job-runner.js';
import { ThreadPool } from '../jobs/thread-pool.js';
import type { Store } from '../store/store.js';
import { VillageThreads } from '../threads/village-threads.js';
import { createApollo } from './apollo.js';
import { serveBriefs } from './brief-files.js';
import { serveDocuments } from './document-files.js';
import { BacktestJobs } from './backtest-jobs.js';
import { Backtests } from './backtests.js';
import { ComparisonJobs } from './comparison-jobs.js';
import { Comparisons } from './comparisons.js';
import type { RequestContext } from './context.js';
import { DecisionJobs } from './decision-jobs.js';
import { Engine } from './engine.js';
import { Examples } from './examples.js';
import type { LogError } from './format-error.js';
import { guardHosts } from './host-guard.js';
import { presentHttpErrors } from './http-errors.js';
import { serveImportFiles } from './import-files.js';
import { InformationValues } from './information-values.js';
import { languageOf } from './language.js';
import { createLoaders } from './loaders.js';
import { Metrics } from './metrics.js';
import { Notebooks } from './notebooks.js';
import { servePictures } from './picture-files.js';
import { PolicyComparisons } from './policy-comparisons.js';
import { ProjectionJobs } from './projection-jobs.js';
import { ProjectStresses } from './project-stresses.js';
import { Projections } from './projections.js';
import { ResponseCurves } from './response-curves.js';
import { Robustnesses } from './robustnesses.js';
import { RunningYears } from './running-years.js';
import { serveSchemaFile } from './schema-file.js';
import { createSchema } from './schema.js';
import { Allocations } from './allocations.js';
import { Sensitivities } from './sensitivities.js';
import { serveSubscriptions } from './subscriptions.js';
import { projectDefaultScenario } from './warm-up.js';
import { serveWebFiles } from './web-files.js';
import { Workspace } from './workspace.js';

export interface ServerOptions {
  readonly store: Store;
  /** Folder of the notebooks and scenarios that come with the product. */
  readonly examples: string;
  /** Folder of the built notebook. */
  readonly webRoot: string;
  /** Host names to answer to; undefined: any. */
  readonly allowedHosts?: readonly string[];
  /** Threads that work on jobs. */
  readonly workers?: number;
  /** Projects the first county's default scenario as soon as the server listens, so that its first visitor does not wait for it. */
  readonly warmUp?: boolean;
  readonly logger?: FastifyServerOptions['logger'];
}

const GRAPHQL_PATH = '/graphql';

const DEFAULT_WORKERS = 2;

/** Threads that project the villages of a request: each more costs a little for every request, and memory for what is drawn. */
const MOST_VILLAGE_THREADS = 4;

/** Requests above this size are refused: the largest sensible one lists a grant for each of 5,000 villages. */
const BODY_LIMIT = 1024 * 1024;

/** A workbook of 200 MB may come over a line of a township; the headers of a request come at once. */
const PATIENCE = { requestTimeout: 600_000, http: { headersTimeout: 30_000 } } as const;

/** Answers get larger than they need be fast: quality 4 is where brotli stops being slow. */
const COMPRESSION = {
  global: true,
  threshold: 1024,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  zlibOptions: { level: 5 },
} as const;

/** Everything from this server itself; charts set inline styles, nothing may run but the bundle's own scripts. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** The API, the notebook's files and the watch points, not listening yet. Closing it does not close the store. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, examples, webRoot, allowedHosts, workers = DEFAULT_WORKERS, warmUp = false, logger = false } = options;
  const server = Fastify({ logger, bodyLimit: BODY_LIMIT, ...PATIENCE, forceCloseConnections: 'idle' });
  const workspace = new Workspace(store);
  const villageThreads = new VillageThreads(Math.min(availableParallelism(), MOST_VILLAGE_THREADS));
  server.addHook('onClose', () => villageThreads.close());
  const engine = new Engine(villageThreads);
  const projections = new Projections(workspace, engine);
  const comparisons = new Comparisons(workspace, engine);
  const allocations = new Allocations(workspace, engine);
  const policyComparisons = new PolicyComparisons(workspace, engine);
  const robustnesses = new Robustnesses(workspace, engine);
  const informationValues = new InformationValues(workspace, engine);
  const sensitivities = new Sensitivities(workspace, engine);
  const responseCurves = new ResponseCurves(workspace, engine);
  const runningYears = new RunningYears(workspace, engine);
  const projectStresses = new ProjectStresses(workspace, engine);
  const threads = new ThreadPool(Math.max(1, workers));
  server.addHook('onClose', () => threads.close());
  const backtests = new Backtests(workspace, threads);
  const log = logTo(server.log);
  const jobs = await ThreadJobRunner.open({ store, kinds: jobKinds(store), threads: workers, log });
  server.addHook('onClose', () => jobs.close());
  const projectionJobs = new ProjectionJobs(jobs);
  const comparisonJobs = new ComparisonJobs(jobs);
  const backtestJobs = new BacktestJobs(jobs);
  const decisionJobs = new DecisionJobs(workspace, jobs);
  const library = new Examples(examples);
  const imports = new ImportDesk(store);
  server.addHook('onClose', () => imports.close());
  const notebooks = new Notebooks(store, library);
  const metrics = new Metrics(projections.counts);

  presentHttpErrors(server);
  if (allowedHosts) guardHosts(server, allowedHosts);
  server.addHook('onResponse', async (request, reply) => metrics.countRequest(request.method, reply.statusCode, reply.elapsedTime / 1000));
  await server.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
  await server.register(fastifyCompress, COMPRESSION);
  addWatchPoints(server, store, metrics);

  const contextFor = (language: Language): RequestContext => ({
    workspace,
    projections,
    comparisons,
    allocations,
    policyComparisons,
    robustnesses,
    informationValues,
    sensitivities,
    responseCurves,
    runningYears,
    projectStresses,
    backtests,
    jobs,
    projectionJobs,
    comparisonJobs,
    backtestJobs,
    decisionJobs,
    examples: library,
    imports,
    notebooks,
    loaders: createLoaders(workspace),
    language,
  });
  const schema = createSchema();
  serveSchemaFile(server, schema);
  const apollo = createApollo(schema, log, (outcome) => metrics.countOperation(outcome));
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  await server.register(fastifyApollo(apollo), {
    path: GRAPHQL_PATH,
    method: ['GET', 'POST'],
    context: async (request) => contextFor(languageOf(request.headers['accept-language'])),
  });
  serveSubscriptions(server, { schema, path: GRAPHQL_PATH, allowedHosts, bodyLimit: BODY_LIMIT, log, contextFor });
  if (warmUp) {
    const closing = new AbortController();
    server.addHook('preClose', async () => closing.abort());
    server.addHook('onListen', () => {
      projectDefaultScenario(contextFor('zh'), closing.signal).catch((error) => closing.signal.aborted || log(error, 'warm-up'));
    });
  }
  await serveDocuments(server, store);
  await serveBriefs(server, contextFor);
  await servePictures(server);
  await serveImportFiles(server, imports);
  await serveWebFiles(server, webRoot);
  return server;
}

const logTo =
  (log: FastifyBaseLogger): LogError =>
  (error, id) =>
    log.error({ err: error, id }, 'unexpected error in a query');

function addWatchPoints(server: FastifyInstance, store: Store, metrics: Metrics): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await store.db.selectFrom('workspace').select('revision').execute();
      return { status: 'ready' };
    } catch (error) {
      server.log.error(error, 'the database does not answer');
      return reply.code(503).send({ status: 'database does not answer' });
    }
  });
  server.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text()));
}
