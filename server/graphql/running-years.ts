import { replayedMonths, type ReplayedCounty, type RunningYear } from '../allocation/running-year.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import type { Month } from '../base/month.js';
import { isInScope, suggestCodes } from '../scenario/known-regions.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties, type FittedCountyView } from './county-fits.js';
import type { Engine } from './engine.js';
import { checkWork } from './projections.js';
import { readScenario } from './read-scenario.js';
import type { Workspace, WorkspaceState } from './workspace.js';

/** A running year with what it was computed from. */
export interface RunningYearView extends RunningYear {
  readonly scenario: Scenario;
  readonly dataVersion: string;
  readonly engineVersion: string;
}

export interface RunningYearAsked {
  readonly scenario: ScenarioSpec;
  readonly village: string;
}

/** Replays the running year of villages, each month from a fit that is kept. */
export class RunningYears {
  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /** @throws Problems, Problem what is wrong with the scenario or the village, or why it cannot be projected here */
  async replay(context: Pick<RequestContext, 'loaders' | 'language'>, asked: RunningYearAsked): Promise<RunningYearView> {
    const { scenario, counties, villages } = await readScenario(context, asked.scenario, ['scenario']);
    checkVillage(await context.loaders.state(), scenario, asked.village);
    const { asOf, defaults } = scenario;
    const now = await fitCounties(this.workspace, counties, { asOf, defaults, path: ['scenario', 'asOf'] });
    const months = replayedMonths(Math.max(...now.map(({ fit }) => fit.panel.asOf)));
    checkWork(villages, { ...scenario, horizon: months.length }, ['scenario']);
    const replayed: ReplayedCounty[] = [];
    for (const county of now) replayed.push({ record: county.record, fits: await this.#fitsOf(county, months, scenario) });
    const result = await this.engine.runningYear({ counties: replayed, scenario, village: asked.village, months });
    return { ...result, scenario, dataVersion: dataVersionOf(now), engineVersion: ENGINE_VERSION };
  }

  /** A county that is closed earlier than others stays at its own last month. */
  async #fitsOf({ summary, fit }: FittedCountyView, months: readonly Month[], { defaults }: Scenario) {
    const fits = [];
    for (const month of months) fits.push(await this.workspace.fit(summary, Math.min(month, fit.panel.asOf), defaults));
    return fits;
  }
}

/** @throws Problem UNKNOWN_VILLAGE, VILLAGE_NOT_IN_SCOPE */
function checkVillage({ known }: WorkspaceState, { scope }: Scenario, village: string): void {
  const name = known.villages.get(village);
  if (name === undefined)
    throw new Problem('UNKNOWN_VILLAGE', { value: village, suggestions: suggestCodes(village, known.villages) }, ['village']);
  if (!isInScope(village, scope)) throw new Problem('VILLAGE_NOT_IN_SCOPE', { value: `${name} (${village})` }, ['village']);
}
