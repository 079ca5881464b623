import { suggestions } from '../base/suggestion.js';
import { lumpsFor, lumpsWithin, yuanOf, type AllocationGroup, type AllocationRule } from './allocation-rule.js';
import { isInScope, type KnownCodes } from './known-regions.js';
import { AMOUNT, PAYMENT, SHARE, type Range } from './ranges.js';
import type { Place, ScenarioChecks } from './scenario-checks.js';
import type { AllocationSpec } from './spec.js';

/** What an allocation is read against. */
export interface AllocationWorld {
  /** Of the scenario. */
  readonly options: readonly { readonly code: string }[];
  readonly scope: readonly string[];
  readonly known: KnownCodes;
  readonly checks: ScenarioChecks;
  /** Where it stands in what is checked. */
  readonly place: Place;
}

const FEN_PER_YUAN = 100;
/** More lumps for one village than this are more choices than a county's money has. */
const MOST_LUMPS = 2_000;
const VILLAGES: Range = { least: 1, most: 1_000_000 };
const WEIGHT: Range = { least: 0, most: 1_000_000 };
const CHANCE: Range = { least: 0.001, most: SHARE.most };

/** Makes an allocation total; what is wrong with it is noted, and then the result is of no use. */
export function toAllocationRule(spec: AllocationSpec, world: AllocationWorld): AllocationRule {
  const { checks, place } = world;
  const at = (...field: Place): Place => [...place, ...field];
  const isLeastBudget = spec.objective === 'LEAST_BUDGET';
  const lump = Math.max(1, Math.round(checks.number(spec.lump, 0, PAYMENT, at('lump')) * FEN_PER_YUAN));
  const max = checks.number(spec.max, 0, AMOUNT, at('max'));
  const min = checks.number(spec.min, 0, AMOUNT, at('min'));
  const most = lumpsWithin(max, { lump });
  const least = Math.max(1, lumpsFor(min, { lump }));
  if (min > max) checks.add('MIN_ABOVE_MAX', { min, max }, at('min'));
  else if (least > most) checks.add('NO_LUMP_FITS', { lump: lump / FEN_PER_YUAN, min, max }, at('lump'));
  else if (most > MOST_LUMPS) {
    const needed = Math.ceil(max / MOST_LUMPS / 100) * 100;
    checks.add('TOO_MANY_LUMPS', { lump: lump / FEN_PER_YUAN, max, value: most, most: MOST_LUMPS, needed }, at('lump'));
  }

  const hasBudget = spec.budget !== null && spec.budget !== undefined;
  const budget = hasBudget ? checks.number(spec.budget, 0, AMOUNT, at('budget')) : undefined;
  if (!hasBudget && !isLeastBudget) checks.add('BUDGET_MISSING', { objective: spec.objective }, at('budget'));
  const smallest = yuanOf(least, { lump });
  if (budget !== undefined && budget < smallest) checks.add('BUDGET_BELOW_SMALLEST_GRANT', { value: budget, smallest }, at('budget'));

  const [forcedIn, forcedOut] = (['forcedIn', 'forcedOut'] as const).map((field) => {
    const codes = spec[field] ?? [];
    codes.forEach((code, index) => checkVillage(code, at(field, index), world));
    return [...new Set(codes)];
  }) as [string[], string[]];
  const out = new Set(forcedOut);
  for (const code of forcedIn) if (out.has(code)) checks.add('FORCED_BOTH_WAYS', { value: named(code, world) }, at('forcedIn'));

  const options = toOptions(spec, world, at('options'));
  return {
    objective: spec.objective,
    budget,
    lump,
    least,
    most,
    options,
    eligibleOnly: spec.eligibleOnly ?? true,
    wanted: isLeastBudget ? toWanted(spec, world) : undefined,
    weights: toWeights(spec, world),
    groups: toGroups(spec, options, { ...world, lump, budget }),
    forcedIn,
    forcedOut,
  };
}

function toOptions({ options }: AllocationSpec, { checks, options: described }: AllocationWorld, place: Place): readonly string[] {
  if (options.length === 0) checks.add('NO_OPTION_OFFERED', {}, place);
  const codes = described.map(({ code }) => code);
  options.forEach((code, index) => {
    if (!codes.includes(code)) checks.add('UNKNOWN_OPTION', { value: code, suggestions: suggestions(code, codes) }, [...place, index]);
  });
  return [...new Set(options)];
}

function toWanted({ chance, villageCount }: AllocationSpec, { checks, place, known, scope }: AllocationWorld): AllocationRule['wanted'] {
  for (const [field, value] of Object.entries({ chance, villageCount })) {
    if (value === null || value === undefined) checks.add('LEAST_BUDGET_NEEDS', { field }, [...place, field]);
  }
  const wanted = {
    chance: checks.number(chance, 1, CHANCE, [...place, 'chance']),
    villages: checks.integer(villageCount, 1, VILLAGES, [...place, 'villageCount']),
  };
  let inScope = 0;
  for (const code of known.villages.keys()) if (isInScope(code, scope)) inScope += 1;
  if (wanted.villages > inScope)
    checks.add('MORE_VILLAGES_THAN_THERE_ARE', { value: wanted.villages, inScope }, [...place, 'villageCount']);
  return wanted;
}

function toWeights({ weights }: AllocationSpec, world: AllocationWorld): AllocationRule['weights'] {
  const { checks, place } = world;
  const entries = weights ?? [];
  checks.unique(
    entries,
    ({ village }) => village,
    (index) => [...place, 'weights', index, 'village'],
  );
  return entries.map(({ village, weight }, index) => {
    checkVillage(village, [...place, 'weights', index, 'village'], world);
    return { village, weight: checks.number(weight, 1, WEIGHT, [...place, 'weights', index, 'weight']) };
  });
}

function toGroups(
  { groups }: AllocationSpec,
  options: readonly string[],
  { checks, place, known, scope, lump, budget }: AllocationWorld & Pick<AllocationRule, 'lump' | 'budget'>,
): AllocationGroup[] {
  const townships = new Map([...known.regions].filter(([code]) => code.length === 9));
  const bounds = new Map<string, { floor: number; cap: number }>();
  let [ofTownships, ofOptions] = [0, 0];
  const read = (groups ?? []).map(({ township, option, floor, cap }, index): AllocationGroup => {
    const at = (field: string): Place => [...place, 'groups', index, field];
    if (!township && !option) checks.add('GROUP_OF_NOTHING', { value: index + 1 }, [...place, 'groups', index]);
    if ((floor ?? cap ?? undefined) === undefined) checks.add('GROUP_WITHOUT_BOUNDS', { value: index + 1 }, [...place, 'groups', index]);
    if (township) {
      if (!townships.has(township))
        checks.add('UNKNOWN_TOWNSHIP', { value: township, suggestions: near(township, townships) }, at('township'));
      else if (!isInScope(township, scope) && !scope.some((code) => code.startsWith(township))) {
        checks.add('TOWNSHIP_NOT_IN_SCOPE', { value: `${townships.get(township)} (${township})` }, at('township'));
      }
    }
    if (option && !options.includes(option)) {
      checks.add('GROUP_OPTION_NOT_OFFERED', { value: option, offered: options.join(', ') }, at('option'));
    }
    const least = checks.number(floor, 0, AMOUNT, at('floor'));
    const most = checks.number(cap, AMOUNT.most, AMOUNT, at('cap'));
    // Several bounds on the same money hold together.
    const key = JSON.stringify([township ?? null, option ?? null]);
    const before = bounds.get(key) ?? { floor: 0, cap: AMOUNT.most };
    const both = { floor: Math.max(before.floor, least), cap: Math.min(before.cap, most) };
    bounds.set(key, both);
    const of = [township ? (townships.get(township) ?? township) : '', option ?? ''].filter(Boolean).join(' · ');
    if (both.floor > both.cap) checks.add('FLOOR_ABOVE_CAP', { of, ...both }, at('floor'));
    else if (lumpsFor(both.floor, { lump }) > lumpsWithin(both.cap, { lump })) {
      checks.add('NO_LUMP_BETWEEN', { of, ...both, lump: lump / FEN_PER_YUAN }, at('floor'));
    }
    return {
      township: township ?? undefined,
      option: option ?? undefined,
      floor: lumpsFor(least, { lump }),
      cap: (cap ?? undefined) === undefined ? undefined : lumpsWithin(most, { lump }),
    };
  });
  for (const [key, { floor }] of bounds) {
    const [township, option] = JSON.parse(key) as (string | null)[];
    if (township && !option) ofTownships += floor;
    if (option && !township) ofOptions += floor;
  }
  const floors = Math.max(ofTownships, ofOptions);
  if (budget !== undefined && floors > budget) checks.add('FLOORS_ABOVE_BUDGET', { floors, budget }, [...place, 'groups']);
  return read;
}

/** A village must be loaded and lie in the scenario's scope. */
function checkVillage(village: string, place: Place, world: AllocationWorld): void {
  const { checks, known, scope } = world;
  if (checks.known(village, known.villages, 'UNKNOWN_VILLAGE', place) && !isInScope(village, scope)) {
    checks.add('VILLAGE_NOT_IN_SCOPE', { value: named(village, world) }, place);
  }
}

const named = (village: string, { known }: AllocationWorld): string => `${known.villages.get(village) ?? '—'} (${village})`;

const near = (code: string, townships: ReadonlyMap<string, string>): string[] =>
  suggestions(code, [...townships.values(), ...townships.keys()]).map((found) => {
    const own = townships.has(found) ? found : [...townships].find(([, name]) => name === found)![0];
    return `${townships.get(own)} (${own})`;
  });
