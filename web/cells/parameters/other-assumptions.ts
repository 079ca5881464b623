import type { Mode } from '../../../server/base/vocabulary.js';
import { MODEL_DEFAULTS, type ModelDefaultName } from '../../../server/scenario/defaults.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';

/** What becomes of a park; a part that is null stays as options and projects have it. */
export interface ParkFate {
  readonly start: string | null;
  readonly late: number | null;
}

export function fateOf({ parks }: ScenarioSpec, park: string): ParkFate {
  const own = (parks ?? []).find((one) => one.park === park);
  return { start: own?.start ?? null, late: own?.late ?? null };
}

/** Says what becomes of a park; one of which nothing is said goes. */
export function withFate(scenario: ScenarioSpec, park: string, part: Partial<ParkFate>): ScenarioSpec {
  const { start, late } = { ...fateOf(scenario, park), ...part };
  const others = (scenario.parks ?? []).filter((one) => one.park !== park);
  const own = { park, ...(start === null ? {} : { start }), ...(late === null ? {} : { late }) };
  return withList(scenario, 'parks', start === null && late === null ? others : [...others, own]);
}

export const netRatioOf = ({ netRatio }: ScenarioSpec, mode: Mode, usual: number): number =>
  (netRatio ?? []).find((one) => one.mode === mode)?.ratio ?? usual;

/** What of a mode's gross income is net; as much as usual is not written. */
export function withNetRatio(scenario: ScenarioSpec, mode: Mode, ratio: number, usual: number): ScenarioSpec {
  const others = (scenario.netRatio ?? []).filter((one) => one.mode !== mode);
  return withList(scenario, 'netRatio', ratio === usual ? others : [...others, { mode, ratio }]);
}

export const isModelDefault = (name: string): name is ModelDefaultName => name in MODEL_DEFAULTS;

/** What it says of the model's own settings; names that this version does not know are not shown, and kept. */
export const assumptionsOf = ({ assumptions }: ScenarioSpec): readonly { readonly name: ModelDefaultName; readonly value: number }[] =>
  (assumptions ?? []).flatMap(({ name, value }) => (isModelDefault(name) ? [{ name, value }] : []));

/** Says what a setting of the model is; null: nothing any more. */
export function withAssumption(scenario: ScenarioSpec, name: ModelDefaultName, value: number | null): ScenarioSpec {
  const before = scenario.assumptions ?? [];
  if (value === null)
    return withList(
      scenario,
      'assumptions',
      before.filter((one) => one.name !== name),
    );
  const isSet = before.some((one) => one.name === name);
  const next = isSet ? before.map((one) => (one.name === name ? { name, value } : one)) : [...before, { name, value }];
  return withList(scenario, 'assumptions', next);
}

export type TargetOverride = NonNullable<NonNullable<ScenarioSpec['target']>['overrides']>[number];

export const overridesOf = ({ target }: ScenarioSpec): readonly TargetOverride[] => target?.overrides ?? [];

export function withOverrides(scenario: ScenarioSpec, overrides: readonly TargetOverride[]): ScenarioSpec {
  const { overrides: _before, ...target } = scenario.target ?? {};
  if (overrides.length > 0) return { ...scenario, target: { ...target, overrides } };
  const { target: _all, ...rest } = scenario;
  return Object.keys(target).length > 0 ? { ...rest, target } : rest;
}

/** Without the field where there is none: a file says only what differs. */
export function withoutEmpty<Field extends 'reinvest' | 'asOf'>(
  scenario: ScenarioSpec,
  field: Field,
  value: ScenarioSpec[Field] | null,
): ScenarioSpec {
  const { [field]: _before, ...rest } = scenario;
  return value === null || value === undefined ? rest : { ...rest, [field]: value };
}

function withList<Field extends 'parks' | 'netRatio' | 'assumptions'>(
  scenario: ScenarioSpec,
  field: Field,
  list: NonNullable<ScenarioSpec[Field]>,
): ScenarioSpec {
  const { [field]: _before, ...rest } = scenario;
  return list.length > 0 ? { ...rest, [field]: list } : rest;
}
