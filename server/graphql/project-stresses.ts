import { stressProject, type ProjectFate } from '../allocation/project-stress.js';
import { Problem } from '../base/errors/problem.js';
import { monthInYear, yearOf, type Month } from '../base/month.js';
import { targetLookup } from '../projection/target.js';
import type { ProjectRow } from '../store/projects.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { readScenario } from './read-scenario.js';
import type { Workspace } from './workspace.js';

/** How long a delay may be. */
const MONTHS = { least: 1, most: 60 } as const;

export interface FateChance {
  readonly fate: ProjectFate;
  readonly chance: number;
  readonly standardError: number;
  readonly change: number;
  readonly changeStandardError: number;
}

export interface ProjectStressView {
  readonly project: string;
  readonly year: number;
  readonly target: number;
  readonly months: number;
  readonly fates: FateChance[];
  readonly seed: number;
  readonly trials: number;
  readonly dataVersion: string;
}

/** A year that begins no earlier than a month. */
const firstWholeYear = (month: Month): number => (monthInYear(month) === 1 ? yearOf(month) : yearOf(month) + 1);

/** Tests what a village's chance hangs on: one of its projects. */
export class ProjectStresses {
  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /**
   * @param asked `year` null: the first projected one in which the project is to pay all twelve months
   * @throws Problem OUT_OF_RANGE, YEAR_NOT_PROJECTED, NO_COMPLETE_YEAR
   */
  async stress(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { code, village, start }: ProjectRow,
    { months, year }: { readonly months: number; readonly year: number | null },
  ): Promise<ProjectStressView> {
    const { least, most } = MONTHS;
    if (months < least || months > most) throw new Problem('OUT_OF_RANGE', { field: 'months', value: months, least, most }, ['months']);
    const { scenario, counties } = await readScenario(context, { scope: [village] }, []);
    const fitted = await fitCounties(this.workspace, counties, { asOf: undefined, defaults: scenario.defaults, path: [] });
    const county = fitted[0]!;
    const fates = stressProject(county, code, months);
    const compared = fates.map((one) => ({ scenario, counties: [one.county] }));
    const { nextYear, asOf } = county.fit.panel;
    const asked = year ?? Math.min(nextYear + scenario.horizon - 1, firstWholeYear(Math.max(start, asOf + 1)));
    const { scenarios, differences, trials } = await this.engine.compare({
      compared,
      baseline: 0,
      year: asked,
      mostTrials: scenario.trials,
    });
    return {
      project: code,
      year: asked,
      target: targetLookup(county.record.targets, scenario.target)(village, asked),
      months,
      // With one village in scope, the expected number that reach is its chance.
      fates: fates.map(({ fate }, index) => {
        const { mean, standardError } = scenarios[index]!.expectedReaching;
        const change = differences.find(({ scenario: position }) => position === index)?.expectedReaching;
        return { fate, chance: mean, standardError, change: change?.mean ?? 0, changeStandardError: change?.standardError ?? 0 };
      }),
      seed: scenario.seed,
      trials,
      dataVersion: dataVersionOf(fitted),
    };
  }
}
