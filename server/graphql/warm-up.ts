import type { RequestContext } from './context.js';

/**
 * Projects the default scenario of the first county, if there is one: the first visitor finds it done, and the engine's code
 * optimised.
 */
export async function projectDefaultScenario(context: RequestContext): Promise<void> {
  const { counties } = await context.loaders.state();
  const [county] = counties;
  if (!county || county.asOf === null) return;
  const view = await context.projections.project(context, counties.length === 1 ? {} : { scope: [county.code] }, []);
  await view.at(undefined);
}
