import { OBJECTIVES, type Objective } from '../../../server/scenario/allocation-rule.js';
import type { AllocationSpec, ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Field } from '../../notebook/fields.js';
import { isFields, type Reader, type WrittenFields } from '../../notebook/reader.js';

/** Yuan: parts of 5万元 up to a million, twice the grant that the article names (F). */
const USUAL = { budget: 10_000_000, lump: 50_000, max: 1_000_000 } as const;
const USUAL_CHANCE = 0.8;

/** The rule of a new cell: the most villages for the money, from every option there is. */
export const usualRule = (options: readonly string[]): AllocationSpec => ({ ...USUAL, options, objective: 'EXPECTED_REACHING' });

/** The fields of the API's AllocationInput. What the form reads is checked here, the rest is the API's to judge. */
export const ruleField: Field<AllocationSpec> = {
  read(written, path, reader) {
    if (written === undefined || written === null) return usualRule([]);
    if (!isFields(written)) return reader.wrong(path, 'fields', written, usualRule([]));
    checkRule(written, path, reader);
    return { ...usualRule([]), ...(written as Partial<AllocationSpec>) };
  },
  write: (rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => !isNothing(value))),
  references: () => [],
};

const isNothing = (value: unknown): boolean => value === undefined || value === null;

function checkRule(rule: WrittenFields, path: string, reader: Reader): void {
  const number = (fields: WrittenFields, at: string, ...names: readonly string[]) => {
    for (const name of names) {
      const value = fields[name] ?? 0;
      if (typeof value !== 'number' || !Number.isFinite(value)) reader.wrong(`${at}.${name}`, 'a number', value, undefined);
    }
  };
  const text = (fields: WrittenFields, at: string, ...names: readonly string[]) => {
    for (const name of names) {
      const value = fields[name] ?? 'left out';
      if (typeof value !== 'string') reader.wrong(`${at}.${name}`, 'text', value, undefined);
    }
  };
  number(rule, path, 'budget', 'lump', 'min', 'max', 'chance', 'villageCount');
  if (!isNothing(rule['objective']) && !(OBJECTIVES as readonly unknown[]).includes(rule['objective']))
    reader.wrong(`${path}.objective`, `one of ${OBJECTIVES.join(', ')}`, rule['objective'], undefined);
  if (typeof (rule['eligibleOnly'] ?? true) !== 'boolean')
    reader.wrong(`${path}.eligibleOnly`, 'true or false', rule['eligibleOnly'], undefined);
  for (const name of ['options', 'forcedIn', 'forcedOut']) {
    const codes = rule[name] ?? [];
    if (!Array.isArray(codes) || !codes.every((code) => typeof code === 'string' && code !== ''))
      reader.wrong(`${path}.${name}`, 'a list of texts', codes, undefined);
  }
  reader.each(rule['weights'], `${path}.weights`, (entry, at) => {
    text(entry, at, 'village');
    number(entry, at, 'weight');
  });
  reader.each(rule['groups'], `${path}.groups`, (entry, at) => {
    text(entry, at, 'township', 'option');
    number(entry, at, 'floor', 'cap');
  });
}

/** The rule as it is asked: without what its objective does not look at, so that the same meaning has the same hash. */
export function askedRule({ chance, villageCount, weights, ...rule }: AllocationSpec): AllocationSpec {
  switch (rule.objective) {
    case 'LEAST_BUDGET':
      return { ...rule, chance, villageCount };
    case 'WEIGHTED':
      return { ...rule, weights };
    default:
      return rule;
  }
}

/** Strives for something else; what that needs to be told is there at once. */
export function withObjective(rule: AllocationSpec, objective: Objective, villages: number): AllocationSpec {
  if (objective !== 'LEAST_BUDGET') return { ...rule, objective, budget: rule.budget ?? USUAL.budget };
  return {
    ...rule,
    objective,
    chance: rule.chance ?? USUAL_CHANCE,
    villageCount: rule.villageCount ?? Math.max(1, Math.round(villages / 2)),
  };
}

/** Offers an option to the villages, or no longer; in the order of the scenario. */
export function withOption(rule: AllocationSpec, scenario: ScenarioSpec, code: string, offered: boolean): AllocationSpec {
  const wanted = new Set(rule.options);
  if (offered) wanted.add(code);
  else wanted.delete(code);
  const known = (scenario.options ?? []).map((option) => option.code);
  return { ...rule, options: [...known, ...rule.options.filter((one) => !known.includes(one))].filter((one) => wanted.has(one)) };
}

export type Side = 'floor' | 'cap';

/** The least or the most that a township, an option, or a township through an option gets. */
export interface Bound {
  readonly township: string | null;
  readonly option: string | null;
  readonly side: Side;
  /** Yuan. */
  readonly amount: number;
}

/** The rule's groups one bound at a time; several bounds on the same money hold together. */
export const boundsOf = ({ groups }: AllocationSpec): readonly Bound[] =>
  (groups ?? []).flatMap(({ township = null, option = null, ...amounts }) =>
    (['floor', 'cap'] as const).flatMap((side) => {
      const amount = amounts[side] ?? undefined;
      return amount === undefined ? [] : [{ township, option, side, amount }];
    }),
  );

export const withBounds = (rule: AllocationSpec, bounds: readonly Bound[]): AllocationSpec => ({
  ...rule,
  groups: bounds.map(({ township, option, side, amount }) => ({
    ...(township === null ? {} : { township }),
    ...(option === null ? {} : { option }),
    [side]: amount,
  })),
});

/** Whether a village must get money (`in`), may not (`out`), or is left to the plan (null). */
export function withForced(rule: AllocationSpec, village: string, way: 'in' | 'out' | null): AllocationSpec {
  const without = (codes: readonly string[] | null | undefined) => (codes ?? []).filter((code) => code !== village);
  return {
    ...rule,
    forcedIn: way === 'in' ? [...without(rule.forcedIn), village] : without(rule.forcedIn),
    forcedOut: way === 'out' ? [...without(rule.forcedOut), village] : without(rule.forcedOut),
  };
}

/** Counts a village otherwise than as one; null: as one again. */
export const withWeight = (rule: AllocationSpec, village: string, weight: number | null): AllocationSpec => ({
  ...rule,
  weights:
    weight === null
      ? (rule.weights ?? []).filter((one) => one.village !== village)
      : (rule.weights ?? []).some((one) => one.village === village)
        ? (rule.weights ?? []).map((one) => (one.village === village ? { village, weight } : one))
        : [...(rule.weights ?? []), { village, weight }],
});
