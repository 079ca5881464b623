import type { AllocationSpec } from '../../../server/scenario/spec.js';
import type { Voice } from '../../i18n/voice.js';
import type { AllocatedGrant, Allocation, GivenGrant, NotFunded } from './operations.js';
import { measureOf } from './measure.js';
import { boundsOf } from './rule.js';
import type { AllocationWords } from './words.js';

type AllocationVoice = Voice<AllocationWords>;

/** Whom the money goes to and what comes of it, in a sentence; of no plan, that there is none. */
export function allocationSentence(result: Allocation, rule: AllocationSpec, voice: AllocationVoice): string {
  const { words, format } = voice;
  const { objective, status, grants, spent, value, baseline } = result;
  if (status === 'INFEASIBLE') return words.infeasible;
  const villages = format.count(grants.length);
  if (objective === 'LEAST_BUDGET')
    return words.leastBudget(format.money(spent), villages, format.count(rule.villageCount ?? 0), format.chance(rule.chance ?? 0));
  const measure = measureOf(objective, voice);
  return words.plan(villages, format.money(spent), words.brings[objective](measure.text(value), measure.text(baseline ?? 0)));
}

/** What binds the plan, as it was asked: bounds of a grant, options, who is left out. */
export function ruleSentence(rule: AllocationSpec, given: readonly GivenGrant[], { words, format }: AllocationVoice): string {
  const bounds = boundsOf(rule).length;
  const [forcedIn, forcedOut] = [rule.forcedIn?.length ?? 0, rule.forcedOut?.length ?? 0];
  return words.rule([
    words.ruleLumps(format.money(Math.max(rule.min ?? 0, rule.lump)), format.money(rule.max), format.money(rule.lump)),
    words.ruleOptions(rule.options),
    rule.eligibleOnly === false ? words.ruleAnyone : words.ruleEligible,
    ...(bounds > 0 ? [words.ruleBounds(format.count(bounds))] : []),
    ...(forcedIn > 0 ? [words.ruleForcedIn(format.count(forcedIn))] : []),
    ...(forcedOut > 0 ? [words.ruleForcedOut(format.count(forcedOut))] : []),
    ...(given.length > 0
      ? [words.ruleGiven(format.count(new Set(given.map(({ village }) => village.code)).size), format.money(sumOf(given)))]
      : []),
  ]);
}

const sumOf = (grants: readonly { readonly amount: number }[]): number => grants.reduce((sum, { amount }) => sum + amount, 0);

/** Something to know of the plan. */
export interface FactLine {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** How good the plan is, how that is known, and where the money goes. */
export function factLines(result: Allocation, voice: AllocationVoice): readonly FactLine[] {
  const { words, format } = voice;
  const { objective, status, value, upperBound, gap, freshValue, grants, spent, unspent, unspentReason } = result;
  if (status === 'INFEASIBLE') return result.bindingConstraints.map(({ message }) => ({ name: words.because, value: message, note: '' }));
  const measure = measureOf(objective, voice);
  const worth = objective === 'LEAST_BUDGET' ? format.money : measure.text;
  return [
    { name: words.status, value: words.statuses[status], note: words.statusNotes[status] },
    { name: words.value, value: worth(value), note: words.valueNote },
    {
      name: words.freshValue,
      value: measure.text(freshValue.mean),
      note: words.freshNote(measure.small(1.96 * freshValue.standardError)),
    },
    { name: objective === 'LEAST_BUDGET' ? words.lowerBound : words.upperBound, value: worth(upperBound), note: words.boundNote },
    { name: words.gap, value: gap === 0 ? '0' : format.percent(gap, 3), note: '' },
    { name: words.spent, value: format.money(spent), note: words.spentNote(format.count(grants.length)) },
    { name: words.unspent, value: format.money(unspent), note: unspentReason?.message ?? '' },
  ];
}

/** A village that gets money, as a line of text. */
export interface GrantLine {
  readonly code: string;
  readonly village: string;
  readonly township: string;
  readonly option: string;
  readonly amount: string;
  readonly before: string;
  readonly after: string;
  readonly rise: string;
  readonly elsewhere: string;
}

/** Those that gain most first. */
export function grantLines({ grants, objective }: Allocation, voice: AllocationVoice): readonly GrantLine[] {
  const { format } = voice;
  const measure = measureOf(objective, voice);
  const rise = ({ chance, chanceBefore }: AllocatedGrant) => chance - chanceBefore;
  return grants
    .toSorted((left, right) => rise(right) - rise(left))
    .map((grant) => ({
      code: grant.village.code,
      village: grant.village.name,
      township: grant.village.township.name,
      option: grant.option,
      amount: format.amount(grant.amount),
      before: format.chance(grant.chanceBefore),
      after: format.chance(grant.chance),
      rise: `${rise(grant) > 0 ? '+' : ''}${format.count(100 * rise(grant), 0)}`,
      elsewhere: grant.elsewhere === null ? '—' : measure.small(grant.elsewhere),
    }));
}

/** A village that gets nothing, as a line of text. */
export interface NotFundedLine {
  readonly code: string;
  readonly village: string;
  readonly township: string;
  readonly why: string;
  /** What would have to be otherwise; empty where nothing is known that would help. */
  readonly flips: string;
}

/** Those that something would flip first: there is something to be done about them. */
export const notFundedLines = ({ notFunded }: Allocation, { words, format }: AllocationVoice): readonly NotFundedLine[] =>
  notFunded
    .toSorted((left, right) => Number(flips(right)) - Number(flips(left)))
    .map(({ village, reason, flipGrant, flipIncome, flipOption }) => ({
      code: village.code,
      village: village.name,
      township: village.township.name,
      why: reason.message,
      flips: [
        ...(flipGrant === null ? [] : [words.flipsAtGrant(format.money(flipGrant))]),
        ...(flipIncome === null ? [] : [words.flipsAtIncome(format.money(flipIncome))]),
        ...(flipOption === null ? [] : [words.flipsAtRate(flipOption.option, format.percent(flipOption.rate))]),
      ].join(words.or),
    }));

const flips = ({ flipGrant, flipIncome, flipOption }: NotFunded): boolean =>
  flipGrant !== null || flipIncome !== null || flipOption !== null;
