import { GraphQLObjectType, getNamedType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { ResponseCurve as EngineCurve } from '../../allocation/response-curve.js';
import { Problem } from '../../base/errors/problem.js';
import { AMOUNT, SHARE, type Range } from '../../scenario/ranges.js';
import type { RequestContext } from '../context.js';
import { ScenarioInput } from '../inputs/scenario-input.js';
import { Yuan } from '../scalars.js';
import { selectedArguments } from '../selected-arguments.js';
import { ResponseCurve } from '../types/response-curve.js';

/** A ResponseCurve with what its fields are read from. */
interface CurveSource extends ResponseCurve {
  readonly curve: EngineCurve;
  /** Chances asked of `grantFor` beside the field. */
  readonly wanted: readonly number[];
}

const POINTS: Range = { least: 2, most: 2001 };

@Resolver(() => ResponseCurve)
export class ResponseCurveResolver {
  @Query(() => ResponseCurve, {
    description:
      '`most` is the last of the `points`; left out: as far as the grant with 95% of what grants can add, rounded up, and 1,000,000 at least. `year` left out: the last projected year.',
  })
  async responseCurve(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('scenario', () => ScenarioInput) scenario: ScenarioInput,
    @Arg('village', () => ID) village: string,
    @Arg('option', () => ID) option: string,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Arg('points', () => Int, { nullable: true, defaultValue: 201 }) points: number | null,
    @Arg('most', () => Yuan, { nullable: true }) most: number | null,
  ): Promise<ResponseCurve> {
    const count = within(POINTS, points ?? 201, 'points');
    const last = most === null || most === undefined ? undefined : within(AMOUNT, most, 'most');
    const curve = await context.responseCurves.curve(context, { scenario, village, option, year: year ?? null });
    const { bestChance, withoutMoney } = curve;
    const source: CurveSource = { ...curve.points(count, last), bestChance, withoutMoney, curve, wanted: wantedChances(info) };
    return source;
  }

  @FieldResolver(() => [Float], { description: 'Exact, not interpolated.' })
  chancesAt(@Root() { curve }: CurveSource, @Arg('grants', () => [Yuan]) grants: number[]): number[] {
    return grants.map((grant, index) => curve.chanceAt(within(AMOUNT, grant, `grants[${index}]`, ['grants', String(index)])));
  }

  @FieldResolver(() => Yuan, {
    nullable: true,
    description: 'The smallest grant, in whole fen, that gives at least the chance; null where none does, see `unreachableReason`.',
  })
  grantFor(@Root() { curve }: CurveSource, @Arg('chance', () => Float) chance: number): number | null {
    return curve.grantFor(within(SHARE, chance, 'chance')) ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why no grant gives the chance; null where one does. `chance` left out: the highest asked of `grantFor` beside this field, else 1.',
  })
  unreachableReason(
    @Root() { curve, wanted }: CurveSource,
    @Ctx() { language }: RequestContext,
    @Arg('chance', () => Float, { nullable: true }) chance: number | null,
  ): string | null {
    const asked = chance ?? (wanted.length ? Math.max(...wanted) : 1);
    return curve.unreachable(within(SHARE, asked, 'chance'))?.text(language) ?? null;
  }
}

function wantedChances(info: GraphQLResolveInfo): number[] {
  const type = getNamedType(info.returnType);
  if (!(type instanceof GraphQLObjectType)) return [];
  return selectedArguments(info, type, 'grantFor').map(({ chance }) => Number(chance));
}

function within({ least, most }: Range, value: number, field: string, path: readonly string[] = [field]): number {
  if (!(value >= least && value <= most)) throw new Problem('OUT_OF_RANGE', { field, value, least, most }, path);
  return value;
}
