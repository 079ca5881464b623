import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { PolicyKind } from '../../allocation/decision/policy-kind.js';
import type { RivalViewKind } from '../../allocation/decision/rival-view.js';
import type { Order } from '../../allocation/decision/robustness.js';
import { OrderEnum, PolicyKindEnum, RivalViewKindEnum } from '../enums.js';
import { Yuan } from '../scalars.js';
import { Estimate } from './outcome.js';
import { ResolvedGrant } from './projection.js';
import { Village } from './village.js';
import { SimulatedResult } from './simulated-result.js';

@ObjectType({ simpleResolvers: true })
export class RobustPlan {
  @Field(() => PolicyKindEnum)
  kind!: PolicyKind;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => Yuan, { description: 'Sum of its grants.' })
  cost!: number;

  @Field(() => Boolean, { description: 'A plan that gives more than the budget is shown, but sets no standard for the others.' })
  withinBudget!: boolean;

  @Field(() => RivalViewKindEnum, { description: 'The view under which the fewest villages are expected to reach.' })
  worstView!: RivalViewKind;

  @Field(() => Estimate, { description: 'How many that are.' })
  worst!: Estimate;

  @Field(() => RivalViewKindEnum, { description: 'The view under which the best plan has the greatest lead over it.' })
  mostRegrettedView!: RivalViewKind;

  @Field(() => Estimate, { description: 'That lead, villages.' })
  greatestRegret!: Estimate;

  @Field(() => [ResolvedGrant], { description: 'What it gives, by village.' })
  grants!: ResolvedGrant[];
}

@ObjectType({ description: 'One plan under one view.', simpleResolvers: true })
export class PlanUnderView {
  @Field(() => PolicyKindEnum)
  plan!: PolicyKind;

  @Field(() => Estimate, { description: 'Expected number of villages that reach.' })
  expectedReaching!: Estimate;

  @Field(() => Estimate, { description: 'How many villages more the best plan under this view reaches, trial by trial.' })
  regret!: Estimate;
}

@ObjectType({ description: 'The balanced plan under one view.', simpleResolvers: true })
export class BalancedOutcome {
  @Field(() => RivalViewKindEnum)
  view!: RivalViewKind;

  @Field(() => Estimate, { description: 'Expected number of villages that reach.' })
  expectedReaching!: Estimate;

  @Field(() => Estimate, {
    description: 'How many villages more the best of the plans reaches under this view; below 0 where the balanced one does better.',
  })
  regret!: Estimate;
}

@ObjectType({
  description:
    'The grants by which most villages reach on average over all of the views, each counting the same. Good under all of them rather than best under one.',
  simpleResolvers: true,
})
export class BalancedPlan {
  @Field(() => Yuan, { description: 'Sum of its grants.' })
  cost!: number;

  @Field(() => RivalViewKindEnum, { description: 'The view under which the fewest villages are expected to reach.' })
  worstView!: RivalViewKind;

  @Field(() => Estimate, { description: 'How many that are.' })
  worst!: Estimate;

  @Field(() => RivalViewKindEnum, { description: 'The view under which the best of the plans has the greatest lead over it.' })
  mostRegrettedView!: RivalViewKind;

  @Field(() => Estimate, { description: 'That lead, villages; below 0 where it leads under every view.' })
  greatestRegret!: Estimate;

  @Field(() => [BalancedOutcome], { description: 'In the order of the views.' })
  outcomes!: BalancedOutcome[];

  @Field(() => [ResolvedGrant], { description: 'What it gives, by village.' })
  grants!: ResolvedGrant[];
}

@ObjectType({
  description: 'How far one must go from the scenario’s own view to a rival one until the order of two plans turns, as a share of the way.',
  simpleResolvers: true,
})
export class TurningPoint {
  @Field(() => Float)
  share!: number;

  @Field(() => Float, { description: 'Up to here the order surely holds (1.96 standard errors).' })
  low!: number;

  @Field(() => Float, { description: 'From here on it has surely turned.' })
  high!: number;
}

@ObjectType({ description: 'The plans under one view of what is to come.', simpleResolvers: true })
export class ViewOutcome {
  @Field(() => RivalViewKindEnum)
  view!: RivalViewKind;

  @Field(() => String, { description: "In the language of the request's Accept-Language." })
  label!: string;

  @Field(() => String, { description: 'What it supposes.' })
  basis!: string;

  @Field(() => Boolean, { description: "False where no trial comes out otherwise than under the scenario's own view." })
  matters!: boolean;

  @Field(() => PolicyKindEnum, { description: 'The best plan here.' })
  best!: PolicyKind;

  @Field(() => Estimate, { description: "Its lead over the plan that is best under the scenario's own view." })
  lead!: Estimate;

  @Field(() => OrderEnum)
  order!: Order;

  @Field(() => TurningPoint, { nullable: true, description: 'Null where the order does not turn, or turns at once.' })
  turns!: TurningPoint | null;

  @Field(() => [PlanUnderView], { description: 'In the order of the plans.' })
  outcomes!: PlanUnderView[];
}

@ObjectType({ description: 'What a village would get if the money were decided on under each of the views.', simpleResolvers: true })
export class VillageByView {
  @Field(() => Village)
  village!: Village;

  @Field(() => Int, { description: 'Under how many of the views it gets money.' })
  funded!: number;

  @Field(() => [Yuan], { description: 'By view, in the order of `views`; 0 where it gets nothing.' })
  amounts!: number[];
}

@ObjectType({
  description:
    "Plans of one budget under rival views of what is to come. The plans are decided on under the scenario's own view and stay as they are; what becomes of them is counted on draws that had no part in choosing them.",
})
export class Robustness extends SimulatedResult {
  @Field(() => Int, { description: 'The year counted.' })
  year!: number;

  @Field(() => Yuan)
  budget!: number;

  @Field(() => PolicyKindEnum, { description: "The plan that is best under the scenario's own view." })
  best!: PolicyKind;

  @Field(() => PolicyKindEnum, { description: 'The plan whose greatest regret is least.' })
  steadiest!: PolicyKind;

  @Field(() => BalancedPlan, { nullable: true, description: 'Null where OPTIMAL is not among the plans.' })
  balanced!: BalancedPlan | null;

  @Field(() => [RobustPlan], { description: 'In the order asked for.' })
  plans!: RobustPlan[];

  @Field(() => [ViewOutcome], { description: "The scenario's own first." })
  views!: ViewOutcome[];

  @Field(() => Int, { description: 'Villages that the best policy funds under every view, were it decided under each.' })
  alwaysFunded!: number;

  @Field(() => Int, { description: 'Villages that it funds under some of them.' })
  sometimesFunded!: number;

  @Field(() => Int, { description: 'Villages that it funds under none.' })
  neverFunded!: number;

  /** Resolved page by page. */
  fundedVillages!: readonly VillageByView[];
}
