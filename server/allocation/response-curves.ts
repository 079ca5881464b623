import { Problem } from '../base/errors/problem.js';
import type { Draws } from '../projection/draws.js';
import { projectVillages, type CountyRequest, type FittedCounty } from '../projection/project-county.js';
import { HALF_A_FEN } from '../projection/target.js';
import type { GrantOption } from '../scenario/scenario.js';
import { netReceiptsPerYuan } from './net-receipts-per-yuan.js';
import { projectedPosition } from './projected-position.js';
import { ResponseCurve } from './response-curve.js';

/** A village with its curve for each option, in the scenario's order of options. */
export interface VillageCurves {
  readonly village: string;
  /** Target of the year, yuan. */
  readonly target: number;
  readonly curves: readonly ResponseCurve[];
}

/**
 * The response curves of a county: for every village in scope, ascending by code, and every option. The grant of a curve
 * comes on top of what the scenario gives already; that, the committed projects and the streams are everything else (A).
 * @param options by default all of the scenario
 * @param year the calendar year in which the target is to be reached
 * @throws Problem YEAR_NOT_PROJECTED
 */
export function* responseCurves(
  county: FittedCounty,
  request: CountyRequest,
  { options = request.scenario.options, year }: { readonly options?: readonly GrantOption[]; readonly year: number },
  draws: Draws,
): Generator<VillageCurves> {
  const { scenario } = request;
  const position = projectedPosition(year, county, scenario);
  for (const projected of projectVillages(county, request, draws)) {
    const target = projected.targets[position]!;
    const curves = options.map(
      (option) =>
        new ResponseCurve({
          everythingElse: projected.income.total[position]!,
          perYuan: netReceiptsPerYuan(projected, option, scenario, position),
          threshold: target - HALF_A_FEN,
        }),
    );
    yield { village: projected.village, target, curves };
  }
}

/** The response curve of one village and option; see `responseCurves`. The village must be in the county and in scope. */
export function responseCurve(
  county: FittedCounty,
  request: CountyRequest,
  { village, option, year }: { readonly village: string; readonly option: GrantOption; readonly year: number },
  draws: Draws,
): ResponseCurve {
  const alone = {
    ...request,
    grants: request.grants.filter((grant) => grant.village === village),
    inScope: (code: string) => code === village && request.inScope(code),
  };
  const [own] = responseCurves(county, alone, { options: [option], year }, draws);
  if (!own) throw new Problem('VILLAGE_NOT_IN_SCOPE', { value: village }, ['village']);
  return own.curves[0]!;
}
