import type { Language } from '../base/errors/problem.js';
import { suggestions } from '../base/suggestion.js';
import { MODES, type Mode } from '../base/vocabulary.js';
import { describeAssumptions } from './assumptions.js';
import { MODEL_DEFAULTS, type ModelDefaultName, type ModelDefaults } from './defaults.js';
import type { KnownCodes } from './known-regions.js';
import { AMOUNT, MODEL_DEFAULT_RANGES, SCENARIO_RANGES, SHARE } from './ranges.js';
import type { ParkAssumption, PlannedGrowth, Reinvestment, Scenario, TargetRule } from './scenario.js';
import { ScenarioChecks } from './scenario-checks.js';
import type { ScenarioSpec } from './spec.js';
import { toOption, toPolicy } from './to-options.js';
import { mostCessationEvents, PRODUCT_DEFAULTS, type WorkspaceDefaults } from './workspace-defaults.js';

/** What a scenario is read against. */
export interface ScenarioContext {
  readonly known: KnownCodes;
  /** Of the words that say where assumptions come from. */
  readonly language: Language;
  /** What holds where the scenario says nothing; left out: the product's own. */
  readonly defaults?: WorkspaceDefaults;
  /** Path of the scenario in the input it came with, for example ['scenario']; none: it is the input. */
  readonly path?: readonly string[];
}

/**
 * Makes a scenario total: everything left out takes its default, everything written is checked.
 * @throws Problems everything that is wrong with it, at once
 */
export function toScenario(spec: ScenarioSpec, { known, language, path, defaults = PRODUCT_DEFAULTS }: ScenarioContext): Scenario {
  const checks = new ScenarioChecks(path);
  const scope = toScope(spec, known, checks);
  const options = (spec.options ?? []).map((option, index) => toOption(option, index, { known, checks, fallback: defaults.option }));
  checks.unique(
    options,
    ({ code }) => code,
    (index) => ['options', index, 'code'],
  );
  const total: Omit<Scenario, 'assumptions'> = {
    name: spec.name ?? '',
    scope,
    asOf: checks.month(spec.asOf, ['asOf']),
    horizon: checks.integer(spec.horizon, defaults.horizon, SCENARIO_RANGES.horizon, ['horizon']),
    trials: toTrials(spec.trials, defaults.trials, checks),
    seed: checks.integer(spec.seed, defaults.seed, SCENARIO_RANGES.seed, ['seed']),
    growth: toGrowth(spec, defaults.weight, checks),
    target: toTarget(spec, defaults.target, known, checks),
    netRatio: toNetRatio(spec, defaults.netRatio, checks),
    options,
    projectTerms: defaults.option,
    policy: toPolicy(spec.policy, { options, scope, known, checks }),
    parks: toParks(spec, known, checks),
    defaults: toDefaults(spec, defaults.model, checks),
    reinvest: toReinvestment(spec, checks),
  };
  checks.finish();
  return { ...total, assumptions: describeAssumptions(total, spec, { language, workspace: new Set(defaults.set) }) };
}

function toScope({ scope }: ScenarioSpec, known: KnownCodes, checks: ScenarioChecks): readonly string[] {
  const loaded = [...known.regions].filter(([code]) => code.length === 6).map(([code, name]) => `${name} (${code})`);
  const codes = scope ?? [];
  codes.forEach((code, index) => checks.known(code, known.regions, 'UNKNOWN_REGION', ['scope', index], { loaded: loaded.join(', ') }));
  return [...new Set(codes)].sort();
}

function toTrials(trials: number | null | undefined, fallback: number, checks: ScenarioChecks): number {
  const { most } = SCENARIO_RANGES.trials;
  if (typeof trials === 'number' && trials > most) {
    checks.add('TOO_MANY_TRIALS', { value: trials, most }, ['trials']);
    return most;
  }
  return checks.integer(trials, fallback, SCENARIO_RANGES.trials, ['trials']);
}

/** A plan without a rate is the trend: it has no weight. */
function toGrowth({ growth }: ScenarioSpec, fallback: number, checks: ScenarioChecks): PlannedGrowth[] {
  const entries = growth ?? [];
  checks.unique(
    entries,
    ({ mode, year }) => (year ? `${mode} ${year}` : mode),
    (index) => ['growth', index],
  );
  return entries.map(({ mode, rate, weight, year }, index) => {
    const attained = checks.number(weight, fallback, SHARE, ['growth', index, 'weight']);
    const planned = checks.number(rate, 0, SCENARIO_RANGES.growth, ['growth', index, 'rate']);
    const plannedYear = year ?? undefined;
    if (plannedYear !== undefined) checks.integer(plannedYear, 0, SCENARIO_RANGES.year, ['growth', index, 'year']);
    return { mode, rate: planned, weight: rate === null || rate === undefined ? 0 : attained, year: plannedYear };
  });
}

function toTarget({ target }: ScenarioSpec, fallback: number, known: KnownCodes, checks: ScenarioChecks): TargetRule {
  const overrides = target?.overrides ?? [];
  checks.unique(
    overrides,
    ({ village, year }) => (year ? `${village} ${year}` : village),
    (index) => ['target', 'overrides', index],
  );
  return {
    default: checks.number(target?.default, fallback, AMOUNT, ['target', 'default']),
    overrides: overrides.map(({ village, year, amount }, index) => {
      const at = (field: string) => ['target', 'overrides', index, field];
      checks.known(village, known.villages, 'UNKNOWN_VILLAGE', at('village'));
      if (typeof year === 'number') checks.integer(year, 0, SCENARIO_RANGES.year, at('year'));
      return { village, year: year ?? undefined, amount: checks.number(amount, 0, AMOUNT, at('amount')) };
    }),
  };
}

function toNetRatio({ netRatio }: ScenarioSpec, fallback: number, checks: ScenarioChecks): Record<Mode, number> {
  const entries = netRatio ?? [];
  checks.unique(
    entries,
    ({ mode }) => mode,
    (index) => ['netRatio', index, 'mode'],
  );
  const ratios = entries.map(({ mode, ratio }, index) => [
    mode,
    checks.number(ratio, fallback, SCENARIO_RANGES.netRatio, ['netRatio', index, 'ratio']),
  ]);
  const defaults = MODES.map((mode) => [mode, fallback]);
  return Object.fromEntries([...defaults, ...ratios]) as Record<Mode, number>;
}

function toParks({ parks }: ScenarioSpec, known: KnownCodes, checks: ScenarioChecks): ParkAssumption[] {
  const entries = parks ?? [];
  checks.unique(
    entries,
    ({ park }) => park,
    (index) => ['parks', index, 'park'],
  );
  return entries.map(({ park, start, late }, index) => {
    checks.known(park, known.parks, 'UNKNOWN_PARK', ['parks', index, 'park']);
    const lateness = checks.number(late, 0, SHARE, ['parks', index, 'late']);
    return {
      park,
      start: checks.month(start, ['parks', index, 'start']),
      late: late === null || late === undefined ? undefined : lateness,
    };
  });
}

function toDefaults({ assumptions }: ScenarioSpec, fallback: ModelDefaults, checks: ScenarioChecks): ModelDefaults {
  const names = Object.keys(MODEL_DEFAULTS);
  const entries = assumptions ?? [];
  checks.unique(
    entries,
    ({ name }) => name,
    (index) => ['assumptions', index, 'name'],
  );
  const defaults: Record<ModelDefaultName, number> = { ...fallback };
  entries.forEach(({ name, value }, index) => {
    if (isModelDefault(name))
      defaults[name] = checks.number(value, defaults[name], MODEL_DEFAULT_RANGES[name], ['assumptions', index, 'value']);
    else checks.add('UNKNOWN_ASSUMPTION', { value: name, suggestions: suggestions(name, names) }, ['assumptions', index, 'name']);
  });
  // A prior of cessation is a probability below one, or nothing would be left to project.
  const most = mostCessationEvents(defaults);
  if (defaults.cessationPriorEvents > most) {
    const details = { field: 'cessationPriorEvents', value: defaults.cessationPriorEvents, least: 0, most };
    checks.add('OUT_OF_RANGE', details, ['assumptions']);
  }
  return defaults;
}

const isModelDefault = (name: string): name is ModelDefaultName => Object.hasOwn(MODEL_DEFAULTS, name);

function toReinvestment({ reinvest }: ScenarioSpec, checks: ScenarioChecks): Reinvestment | undefined {
  if (reinvest === null || reinvest === undefined) return undefined;
  return {
    share: checks.number(reinvest.share, 0, SHARE, ['reinvest', 'share']),
    return: checks.number(reinvest.return, 0, SCENARIO_RANGES.reinvestReturn, ['reinvest', 'return']),
  };
}
