import type { RequestContext } from './context.js';
import { fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { readScenario } from './read-scenario.js';

/**
 * Projects the default scenario of the first county, if there is one: the first visitor finds it done, and the engine's code
 * optimised. Other requests get through meanwhile.
 * @param signal gives up where the server closes
 */
export async function projectDefaultScenario(context: RequestContext, engine: Engine, signal: AbortSignal): Promise<void> {
  const all = (await context.loaders.state()).counties;
  const [first] = all;
  if (!first || first.asOf === null) return;
  const spec = all.length === 1 ? {} : { scope: [first.code] };
  const { scenario, counties } = await readScenario(context, spec, []);
  const fitted = await fitCounties(context.workspace, counties, { asOf: scenario.asOf, defaults: scenario.defaults, path: [] });
  await engine.warmUp(fitted, scenario, signal);
  if (signal.aborted) return;
  const view = await context.projections.project(context, spec, []);
  await view.at(undefined);
}
