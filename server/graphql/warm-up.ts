import type { RequestContext } from './context.js';

/**
 * Projects the default scenario of the first county, if there is one: the first visitor finds it done, threads
 * started, and the engine's code optimised.
 * @param signal gives up where the server closes
 */
export async function projectDefaultScenario(context: RequestContext, signal: AbortSignal): Promise<void> {
  const all = (await context.loaders.state()).counties;
  const [first] = all;
  if (!first || first.asOf === null) return;
  const spec = all.length === 1 ? {} : { scope: [first.code] };
  const view = await context.projections.project(context, spec, []);
  if (!signal.aborted) await view.at(undefined);
}
