import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { FrozenPlan, PromisedYear } from '../../allocation/plan/frozen-plan.js';
import type { YearScore } from '../../allocation/plan/score-plan.js';
import { adoptPlan, planById, plansInScope, scorePlan, withContent, withdrawPlan, type PlanView } from '../adopted-plans.js';
import type { RequestContext } from '../context.js';
import { AdoptPlanInput, WithdrawPlanInput } from '../inputs/adopt-plan-input.js';
import { checkFirst, pageOf } from '../paging.js';
import { toAdoptedPlan, toPlanVillages, toPlanYear } from '../present/adopted-plan.js';
import { toUserErrors } from '../present/user-error.js';
import { checkScope } from '../scope.js';
import {
  AdoptedPlan,
  AdoptedPlanConnection,
  AdoptedPlanPayload,
  PlanScore,
  PlanVillageConnection,
  PlanYear,
} from '../types/adopted-plan.js';

/** An AdoptedPlan with what its years are read from. */
interface PlanSource extends AdoptedPlan {
  readonly frozen: FrozenPlan;
}

interface YearSource extends PlanYear {
  readonly frozen: FrozenPlan;
  readonly promised: PromisedYear;
  /** Read once for all years of the plan, when the first of them is asked. */
  readonly score: () => Promise<YearScore>;
}

/** Each plan on a page is read whole. */
const MOST_PLANS = 100;

const toSource = (plan: PlanView): PlanSource => ({ ...toAdoptedPlan(plan), frozen: plan.frozen });

@Resolver(() => AdoptedPlan)
export class AdoptedPlanResolver {
  @Query(() => AdoptedPlanConnection, { description: 'The plans about a scope, the one adopted last first; `first` at most 100.' })
  async adoptedPlans(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AdoptedPlanConnection> {
    const plans = await plansInScope(context, checkScope(await context.loaders.state(), scope));
    const page = pageOf(plans, ({ id }) => id, checkFirst(first ?? 20, MOST_PLANS), after);
    const nodes = (await withContent(context, page.entries)).map(toSource);
    return { totalCount: page.totalCount, pageInfo: page.pageInfo, nodes };
  }

  @Query(() => AdoptedPlan, { nullable: true, description: 'Null where there is none of that id.' })
  async adoptedPlan(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<AdoptedPlan | null> {
    const plan = await planById(context, id);
    return plan ? toSource(plan) : null;
  }

  @FieldResolver(() => [PlanYear], { description: 'Every projected year with the grants of the plan.' })
  years(@Root() { frozen }: PlanSource, @Ctx() context: RequestContext): YearSource[] {
    let scores: Promise<readonly YearScore[]> | undefined;
    return frozen.years.map((promised, index) => ({
      ...toPlanYear(promised),
      frozen,
      promised,
      score: async () => (await (scores ??= scorePlan(context, frozen)))[index]!,
    }));
  }

  @Mutation(() => AdoptedPlanPayload, {
    description:
      'Adopts what the policy of a scenario gives: freezes scenario, grants, chances with their errors, data version and seed, by whom and when.',
  })
  async adoptPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => AdoptPlanInput) { scenario, year, name, note, by, dataVersion }: AdoptPlanInput,
  ): Promise<AdoptedPlanPayload> {
    try {
      const asked = { scenario, year: year ?? null, name: name ?? null, note: note ?? null, by, dataVersion: dataVersion ?? null };
      return { plan: toSource(await adoptPlan(context, asked)), userErrors: [] };
    } catch (error) {
      return { plan: null, userErrors: inInput(error, context) };
    }
  }

  @Mutation(() => AdoptedPlanPayload, {
    description: 'Says that a plan no longer holds, and why. What was frozen of it stays, and is scored all the same.',
  })
  async withdrawPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawPlanInput) input: WithdrawPlanInput,
  ): Promise<AdoptedPlanPayload> {
    let userErrors: AdoptedPlanPayload['userErrors'] = [];
    try {
      await withdrawPlan(context, input);
    } catch (error) {
      userErrors = inInput(error, context);
    }
    const plan = await planById(context, input.id);
    return { plan: plan ? toSource(plan) : null, userErrors };
  }
}

@Resolver(() => PlanYear)
export class PlanYearResolver {
  @FieldResolver(() => PlanScore, { description: 'Against the receipts that are in by now.' })
  score(@Root() { score }: YearSource): Promise<PlanScore> {
    return score();
  }

  @FieldResolver(() => PlanVillageConnection, { description: 'In ascending order of code, which is the cursor.' })
  async villages(
    @Root() { frozen, promised, score }: YearSource,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<PlanVillageConnection> {
    const page = pageOf(toPlanVillages(frozen, promised, await score()), ({ code }) => code, first ?? 200, after);
    return { totalCount: page.totalCount, pageInfo: page.pageInfo, nodes: [...page.entries] };
  }
}

const inInput = (error: unknown, { language }: RequestContext): AdoptedPlanPayload['userErrors'] =>
  toUserErrors(error, language).map((wrong) => ({ ...wrong, field: wrong.field && ['input', ...wrong.field] }));
