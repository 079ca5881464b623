import { LRUCache } from 'lru-cache';
import type { ResponseCurve } from '../allocation/response-curve.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import { suggestions } from '../base/suggestion.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { checkWork, numbersOf } from './projections.js';
import { readScenario } from './read-scenario.js';
import { checkCodes } from './scope.js';
import type { Workspace } from './workspace.js';

/** Curves kept: 80 kB each at 10,000 trials. */
const MOST_KEPT = 128;

export interface ResponseCurveAsked {
  readonly scenario: ScenarioSpec;
  readonly village: string;
  /** Code of an option of the scenario. */
  readonly option: string;
  /** Null: the last projected one. */
  readonly year: number | null;
}

/** Computes response curves and keeps them, so that the next question to a curve costs nothing. */
export class ResponseCurves {
  readonly #kept = new LRUCache<string, Promise<ResponseCurve>>({ max: MOST_KEPT });

  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /** @throws Problems, Problem what is wrong with the scenario, the village, the option or the year */
  async curve(context: Pick<RequestContext, 'loaders' | 'language'>, asked: ResponseCurveAsked): Promise<ResponseCurve> {
    const { village, year } = asked;
    const { scenario, counties, villages } = await readScenario(context, asked.scenario, ['scenario']);
    checkWork(villages, scenario, ['scenario']);
    const { known } = await context.loaders.state();
    checkCodes(await context.loaders.state(), [{ codes: [village], known: known.villages, problem: 'UNKNOWN_VILLAGE', path: ['village'] }]);
    if (!isInScope(village, scenario.scope)) {
      throw new Problem('VILLAGE_NOT_IN_SCOPE', { value: `${known.villages.get(village)} (${village})` }, ['village']);
    }
    const option = scenario.options.find(({ code }) => code === asked.option);
    if (!option) {
      const codes = scenario.options.map(({ code }) => code);
      throw new Problem('UNKNOWN_OPTION', { value: asked.option, suggestions: suggestions(asked.option, codes) }, ['option']);
    }

    const revisions = counties.map(({ code, revision }) => [code, revision]);
    const key = contentHash(JSON.stringify([ENGINE_VERSION, numbersOf(scenario), revisions, village, option.code, year]));
    let curve = this.#kept.get(key);
    if (!curve) {
      const { asOf, defaults } = scenario;
      curve = fitCounties(this.workspace, counties, { asOf, defaults, path: ['scenario', 'asOf'] }).then((fitted) => {
        const lastYear = fitted[0]!.fit.panel.nextYear + scenario.horizon - 1;
        return this.engine.responseCurve(fitted, scenario, { village, option, year: year ?? lastYear });
      });
      this.#kept.set(key, curve);
      curve.catch(() => this.#kept.delete(key));
    }
    return curve;
  }
}
