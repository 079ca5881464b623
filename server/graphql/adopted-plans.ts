import type { FrozenPlan, PromisedYear } from '../allocation/plan/frozen-plan.js';
import { scoreYear, type VillageBooks, type YearScore } from '../allocation/plan/score-plan.js';
import { Problem } from '../base/errors/problem.js';
import { toYuan } from '../base/money.js';
import { formatMonth, monthOf, type Month } from '../base/month.js';
import { regionAt } from '../base/region.js';
import { writeReplayToken } from '../scenario/replay-token.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import {
  addPlan,
  findPlan,
  listPlans,
  readPlanContents,
  readWithdrawals,
  withdrawPlan as writeWithdrawal,
  type PlanSummary,
  type PlanWithdrawalRow,
} from '../store/adopted-plans.js';
import { readYearReceipts, type YearReceipts } from '../store/year-receipts.js';
import type { RequestContext } from './context.js';
import type { ProjectionView } from './projections.js';
import { countiesInScope } from './scope.js';
import type { WorkspaceState } from './workspace.js';

/** An adopted plan as it is read. */
export interface PlanView {
  readonly summary: PlanSummary;
  readonly frozen: FrozenPlan;
  readonly withdrawal: PlanWithdrawalRow | undefined;
}

export interface AdoptionAsked {
  readonly scenario: ScenarioSpec;
  readonly year: number | null;
  readonly name: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly dataVersion: string | null;
}

const MOST_NAME = 200;
const MOST_BY = 100;
const MOST_TEXT = 2_000;

type PlanContext = Pick<RequestContext, 'workspace' | 'projections' | 'loaders' | 'language'>;

/**
 * Freezes a scenario: what its policy gives, and what every projected year promises with these grants.
 * @throws Problem, Problems what is wrong with the scenario or the words; PLAN_WITHOUT_GRANTS, PLAN_DATA_CHANGED
 */
export async function adoptPlan(context: PlanContext, asked: AdoptionAsked): Promise<PlanView> {
  const name = required(asked.name ?? asked.scenario.name, NAME);
  const by = required(asked.by, BY);
  const note = shortEnough(asked.note, NOTE) || null;
  const state = await context.loaders.state();
  const view = await context.projections.project(context, asked.scenario, ['scenario']);
  if (asked.dataVersion !== null && asked.dataVersion !== view.dataVersion) {
    throw new Problem('PLAN_DATA_CHANGED', { was: asked.dataVersion, now: view.dataVersion }, ['dataVersion']);
  }
  const frozen = await freeze(context, state, view, asked);
  const counties = countiesInScope(state, view.scenario.scope);
  const summary = await addPlan(context.workspace.store.db, {
    counties: counties.map(({ code }) => code),
    demonstration: counties.some(({ demonstration }) => demonstration),
    name,
    note,
    content: JSON.stringify(frozen),
    by,
    at: new Date(),
  });
  return { summary, frozen, withdrawal: undefined };
}

/**
 * Withdraws a plan; what was frozen of it stays, and so does its score.
 * @throws Problem UNKNOWN_PLAN, PLAN_WITHDRAWN, FIELD_REQUIRED, FIELD_TOO_LONG
 */
export async function withdrawPlan(context: PlanContext, asked: { id: string; reason: string; by: string }): Promise<void> {
  const plan = await planById(context, asked.id);
  if (!plan) throw new Problem('UNKNOWN_PLAN', { value: asked.id }, ['id']);
  const reason = required(asked.reason, REASON);
  const by = required(asked.by, BY);
  const before = await writeWithdrawal(context.workspace.store.db, { plan: asked.id, reason, by, at: new Date() });
  if (before) {
    const { number, name } = plan.summary;
    throw new Problem('PLAN_WITHDRAWN', { number, name, by: before.withdrawn_by, at: before.withdrawn_at.slice(0, 10) }, ['id']);
  }
}

/** The plans that are about a scope, the one adopted last first. */
export async function plansInScope({ workspace, loaders }: PlanContext, scope: readonly string[] | undefined): Promise<PlanSummary[]> {
  const state = await loaders.state();
  const within = scope && new Set(countiesInScope(state, scope).map(({ code }) => code));
  const plans = await listPlans(workspace.store.db);
  return plans.filter((plan) => isInSight(plan, state) && (!within || plan.counties.some((county) => within.has(county))));
}

export async function planById({ workspace, loaders }: PlanContext, id: string): Promise<PlanView | undefined> {
  const summary = await findPlan(workspace.store.db, id);
  if (!summary || !isInSight(summary, await loaders.state())) return undefined;
  return (await withContent({ workspace }, [summary]))[0];
}

/** Plans with what was frozen of them. */
export async function withContent({ workspace }: Pick<PlanContext, 'workspace'>, plans: readonly PlanSummary[]): Promise<PlanView[]> {
  const ids = plans.map(({ id }) => id);
  const { db } = workspace.store;
  const [contents, withdrawals] = [await readPlanContents(db, ids), await readWithdrawals(db, ids)];
  return plans.map((summary) => ({
    summary,
    frozen: JSON.parse(contents.get(summary.id)!) as FrozenPlan,
    withdrawal: withdrawals.get(summary.id),
  }));
}

/** Every year of a plan held against the receipts that are in, in the order of its years. */
export async function scorePlan({ workspace, loaders }: PlanContext, { villages, years, netRatio }: FrozenPlan): Promise<YearScore[]> {
  const { counties } = await loaders.state();
  const asOf = new Map(counties.map((county) => [county.code, county.asOf]));
  const codes = villages.map(({ code }) => code);
  const receipts = await readYearReceipts(
    workspace.store.db,
    codes,
    years.map(({ year }) => year),
  );
  const byYear = new Map(
    [...Map.groupBy(receipts, ({ year }) => year)].map(([year, own]) => [year, new Map(own.map((row) => [row.village, row]))]),
  );
  const funded = villages.map(({ grant }) => grant > 0);
  return years.map((promised) => {
    const books = codes.map((code): VillageBooks => {
      const row = byYear.get(promised.year)?.get(code);
      return {
        closedMonths: closedMonths(asOf.get(regionAt(code, 'COUNTY')) ?? null, promised.year),
        bookedMonths: row?.months ?? 0,
        income: row ? netIncome(row, netRatio) : 0,
      };
    });
    return scoreYear(promised, funded, books);
  });
}

/** How many months of a year are closed by the end of a month. */
const closedMonths = (asOf: Month | null, year: number): number =>
  asOf === null ? 0 : Math.min(12, Math.max(0, asOf - monthOf(year, 1) + 1));

const netIncome = ({ byMode }: YearReceipts, netRatio: FrozenPlan['netRatio']): number =>
  [...byMode].reduce((sum, [mode, amount]) => sum + netRatio[mode] * toYuan(amount), 0);

async function freeze(context: PlanContext, state: WorkspaceState, view: ProjectionView, asked: AdoptionAsked): Promise<FrozenPlan> {
  const decidedFor = asked.year ?? view.years.at(-1)!;
  const { grants } = await view.at(decidedFor);
  if (!grants.length) throw new Problem('PLAN_WITHOUT_GRANTS', {}, ['scenario', 'policy']);
  // As a list the grants are the same in every year, whichever year the policy looked at.
  const listed = await context.projections.project(context, { ...asked.scenario, policy: { list: grants } }, ['scenario']);
  const years: PromisedYear[] = [];
  for (const year of listed.years) {
    const { outcome, villages } = await listed.at(year);
    const { expectedReaching, reaching, chanceAll, income } = outcome;
    const promised = (await villages()).map((village) => ({
      target: village.target,
      chance: village.chance,
      standardError: village.standardError,
      income: village.income.mean,
    }));
    years.push({ year, expectedReaching, reaching, chanceAll, income: income.mean, villages: promised });
  }
  const { dataVersion, engineVersion, written, scenario } = view;
  const known = await listed.villages();
  const granted = new Map(
    [...Map.groupBy(grants, ({ village }) => village)].map(([village, own]) => [village, own.reduce((sum, { amount }) => sum + amount, 0)]),
  );
  return {
    asOf: formatMonth(view.asOf),
    seed: scenario.seed,
    trials: scenario.trials,
    engineVersion,
    dataVersion,
    replayToken: writeReplayToken({ ...written, dataVersion, engineVersion }),
    scenario: asked.scenario,
    assumptions: scenario.assumptions,
    netRatio: scenario.netRatio,
    decidedFor,
    grants,
    villages: (await (await listed.at(decidedFor)).villages()).map(({ village: code }) => {
      const { name, township } = known.get(code)!;
      return { code, name, township: { code: township, name: state.townships.get(township)!.name }, grant: granted.get(code) ?? 0 };
    }),
    years,
  };
}

/** A plan on generated figures is seen while the county is a demonstration, one on real figures while it is real. */
function isInSight({ counties, demonstration }: PlanSummary, state: WorkspaceState): boolean {
  const own = state.counties.filter(({ code }) => counties.includes(code));
  return (demonstration === 1) === own.some((county) => county.demonstration);
}

/** A text of the input. */
interface TextField {
  readonly field: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly most: number;
}

const NAME: TextField = { field: 'name', labelZh: '方案名称', labelEn: 'the name of the plan', most: MOST_NAME };
const BY: TextField = { field: 'by', labelZh: '经办人', labelEn: 'who does this', most: MOST_BY };
const NOTE: TextField = { field: 'note', labelZh: '说明', labelEn: 'the note', most: MOST_TEXT };
const REASON: TextField = { field: 'reason', labelZh: '撤回理由', labelEn: 'the reason', most: MOST_TEXT };

function required(text: string | null | undefined, field: TextField): string {
  const trimmed = shortEnough(text, field);
  if (trimmed === '') throw new Problem('FIELD_REQUIRED', { labelZh: field.labelZh, labelEn: field.labelEn }, [field.field]);
  return trimmed;
}

function shortEnough(text: string | null | undefined, { field, labelZh, labelEn, most }: TextField): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > most) throw new Problem('FIELD_TOO_LONG', { labelZh, labelEn, value: trimmed.length, most }, [field]);
  return trimmed;
}
