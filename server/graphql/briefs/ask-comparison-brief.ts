import type { Brief } from '../../briefs/brief.js';
import type { ScenarioSpec } from '../../scenario/spec.js';
import type { ComparisonAsked } from '../comparisons.js';
import type { RequestContext } from '../context.js';
import { countiesInScope } from '../scope.js';
import { comparisonBrief } from './comparison-brief.js';

export interface ComparisonBriefAsked extends Omit<ComparisonAsked, 'mostTrials'> {
  readonly title: string | undefined;
}

/**
 * Compares scenarios and writes what comes of it as a brief.
 * @throws Problems, Problem what is wrong with the scenarios, or why they cannot be compared
 */
export async function askComparisonBrief(context: RequestContext, { title, ...asked }: ComparisonBriefAsked): Promise<Brief> {
  const view = await context.comparisons.compare(context, { ...asked, mostTrials: null });
  const { seed, trials } = asked.scenarios[asked.baseline]!;
  const projected = (spec: ScenarioSpec) =>
    context.projections.project(context, { ...spec, seed: spec.seed ?? seed, trials: spec.trials ?? trials }, ['scenarios']);
  const projections = [];
  for (const spec of asked.scenarios) projections.push(await projected(spec));
  const outcomes = [];
  for (const projection of projections) outcomes.push((await projection.at(view.year)).outcome);
  const reaching = view.scenarios.map(({ expectedReaching }) => expectedReaching.mean);
  const leading = reaching.indexOf(Math.max(...reaching));
  const projection = projections[leading]!;
  const without = await (await projected({ ...asked.scenarios[leading]!, policy: null })).at(view.year);
  const state = await context.loaders.state();
  const counties = countiesInScope(state, projection.scenario.scope);
  return comparisonBrief(
    {
      view,
      baseline: asked.baseline,
      outcomes,
      leading,
      projection,
      villages: await (await projection.at(view.year)).villages(),
      before: new Map((await without.villages()).map(({ village, chance }) => [village, chance])),
      townships: new Map([...state.townships].map(([code, { name }]) => [code, name])),
      counties: counties.map(({ name }) => name).join('、'),
      demonstration: counties.some(({ demonstration }) => demonstration),
      title,
    },
    context.language,
  );
}
