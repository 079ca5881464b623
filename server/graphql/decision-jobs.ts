import { QUESTION_KINDS, type Answers, type QuestionKind, type Questions } from '../allocation/decision/question.js';
import { canonicalJson } from '../base/canonical-json.js';
import type { DecisionInput } from '../jobs/decision-input.js';
import type { Job } from '../jobs/job.js';
import type { JobRunner } from '../jobs/job-runner.js';
import { pinCounties } from '../jobs/pinned-county.js';
import { readDecision, type Decision } from '../jobs/stored-decision.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { AllocationView } from './allocations.js';
import { checkCounts, MOST_COUNTED_BY_JOB } from './check-counts.js';
import type { RequestContext } from './context.js';
import { fitCounties } from './county-fits.js';
import { JobResults } from './job-results.js';
import { villagesByCode } from './present/village.js';
import { checkWork, numbersOf } from './projections.js';
import type { ReadyForQuestion } from './questions.js';
import { readScenario } from './read-scenario.js';
import type { ResultSource } from './scenario-results.js';
import type { Village } from './types/village.js';
import type { Workspace } from './workspace.js';

const SCENARIO_PATH = ['scenario'];

/** What a job is started with. */
export interface DecisionAsked {
  readonly scenario: ScenarioSpec;
  readonly idempotencyKey?: string | null | undefined;
}

interface ReadDecision extends Decision {
  readonly byCode: ReadonlyMap<string, Village>;
}

type AnyJob = Pick<Job, 'id' | 'kind' | 'status'>;

/** Questions about one scenario that are answered by jobs: with progress, and with an end when somebody cancels. */
export class DecisionJobs {
  readonly #results: ReadonlyMap<QuestionKind, JobResults<DecisionInput, ReadDecision>>;

  constructor(
    private readonly workspace: Workspace,
    private readonly runner: JobRunner,
  ) {
    this.#results = new Map(QUESTION_KINDS.map((kind) => [kind, new JobResults(runner, kind, readResult)]));
  }

  /**
   * @param toQuestion says what is asked, and throws what is wrong with it
   * @throws Problems, Problem what is wrong with the scenario, the question or the key
   */
  async start<Kind extends QuestionKind>(
    context: RequestContext,
    kind: Kind,
    { idempotencyKey, ...written }: DecisionAsked,
    toQuestion: (ready: ReadyForQuestion) => Questions[Kind],
  ): Promise<Job> {
    const { scenario, counties, villages } = await readScenario(context, written.scenario, SCENARIO_PATH);
    checkWork(villages, scenario, SCENARIO_PATH);
    const { asOf, defaults } = scenario;
    const fitted = await fitCounties(this.workspace, counties, { asOf, defaults, path: [...SCENARIO_PATH, 'asOf'] });
    const { known } = await context.loaders.state();
    const ready = { base: { scenario, counties: fitted }, villages, known };
    const asked = toQuestion(ready);
    checkCounts(kind, asked, ready, MOST_COUNTED_BY_JOB);
    const input: DecisionInput<Kind> = { scenario: numbersOf(scenario), counties: pinCounties(counties, asOf, SCENARIO_PATH), asked };
    return this.runner.start({ kind, input, identity: canonicalJson(written), idempotencyKey, repeatable: true });
  }

  /** What a completed job of a kind came to; null where it is none, or a county of it is no longer loaded. */
  async view<Kind extends Exclude<QuestionKind, 'allocation'>>(
    kind: Kind,
    job: AnyJob,
    context: RequestContext,
  ): Promise<(Answers[Kind] & ResultSource) | null> {
    const found = await this.#find(kind, job, context);
    return found && { ...found.answer, ...found.source };
  }

  /** The same of an allocation. */
  async allocation(job: AnyJob, context: RequestContext): Promise<AllocationView | null> {
    const found = await this.#find('allocation', job, context);
    if (!found) return null;
    const { answer, input, source, townships } = found;
    const { rule, year } = input.asked as Questions['allocation'];
    const { villages: _villages, ...rest } = source;
    const { trials } = input.scenario;
    const names = new Map(townships.map(({ code, name }) => [code, name]));
    return { allocation: answer, objective: rule.objective, year, trials, ...rest, townshipNamed: (code) => names.get(code) ?? code };
  }

  async #find<Kind extends QuestionKind>(kind: Kind, job: AnyJob, context: RequestContext) {
    const found = await this.#results.get(kind)!.of(job, context);
    if (!found) return null;
    const { input, result } = found;
    const { answer, engineVersion, dataVersion, villageCount: villages, byCode, townships } = result as ReadDecision & Decision<Kind>;
    const villageOf = (code: string) => byCode.get(code)!;
    const source: ResultSource = { seed: input.scenario.seed, engineVersion, dataVersion, villages, villageOf };
    return { answer, input, source, townships };
  }
}

function readResult(bytes: Buffer): ReadDecision {
  const decision = readDecision(bytes);
  return { ...decision, byCode: villagesByCode(decision.villages) };
}
