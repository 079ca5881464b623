import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { frontierTable } from '../../charts/frontier.js';
import type { CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { followedFields, freshFollowed } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario, optionsUsed } from '../scenario-request.js';
import { factLines } from './allocation-text.js';
import { allocation, givenGrants, type Allocation, type GivenGrant } from './operations.js';
import { askedRule, ruleField, usualRule } from './rule.js';
import { measureOf } from './measure.js';
import type { AllocationWords } from './words.js';

export const allocationFields = {
  ...followedFields,
  /** How the money is to be shared out; what the scenario's own policy gives comes before. */
  rule: ruleField,
};

export type AllocationCell = CellOf<'allocation', typeof allocationFields>;

/** Empty where no option is offered; `given` where the scenario gives money already. */
export interface AllocationAnswers {
  readonly allocation?: { readonly allocation: Allocation };
  readonly given?: { readonly projection: { readonly grants: readonly GivenGrant[] } };
}

type ShownAllocation = Shown<AllocationCell, AllocationAnswers, AllocationWords>;

export function allocationRequests({ scenario, rule, year }: AllocationCell, { notebook, county }: CellPlace): Requests {
  if (rule.options.length === 0) return {};
  const followed = findScenario(notebook, scenario)!.scenario;
  const needed = new Set([...optionsUsed(followed.policy), ...rule.options]);
  const asked = askedScenario(followed, county.code);
  const offering = { ...asked, options: (followed.options ?? []).filter(({ code }) => needed.has(code)) };
  return {
    allocation: allocation(offering, askedRule(rule), year),
    ...(followed.policy ? { given: givenGrants(asked, year) } : {}),
  };
}

/** A new cell offers every option of the scenario that it follows. */
export function freshAllocation(place: CellPlace) {
  const followed = freshFollowed(place);
  const options = findScenario(place.notebook, followed.scenario)?.scenario.options ?? [];
  return { ...followed, rule: usualRule(options.map(({ code }) => code)) };
}

/** Undefined where no budget keeps to what is asked. */
export function frontierChart({ cell, answers, words, format, common }: ShownAllocation): ChartProps['Frontier'] | undefined {
  const result = answers.allocation?.allocation;
  if (!result || result.frontier.length === 0) return undefined;
  const measure = measureOf(result.objective, { words, format, common });
  return {
    title: words.frontier(result.year, measure.name),
    source: words.source(format.count(result.trials)),
    unit: measure.unit,
    points: result.frontier.map(({ budget, value }) => ({ budget, value: value / measure.one })),
    chosen: result.status === 'INFEASIBLE' ? null : result.objective === 'LEAST_BUDGET' ? result.spent : (cell.rule.budget ?? null),
    leavers: result.frontier.flatMap(({ budget, droppedOut }) => droppedOut.map(({ name }) => ({ budget, name }))),
    note: words.frontierNote,
  };
}

export function allocationCharts(shown: ShownAllocation): readonly ChartPicture[] {
  const props = frontierChart(shown);
  return props ? [{ chart: 'Frontier', props }] : [];
}

export const allocationMeta = ({ answers, words, format }: Shown<unknown, AllocationAnswers | undefined, AllocationWords>): string =>
  answers?.allocation ? words.meta(format.count(answers.allocation.allocation.trials)) : '';

/** Money in yuan and chances as fractions; gains in the objective's own unit. */
export function allocationTables(shown: ShownAllocation): readonly DataTable[] {
  const { answers, words, format } = shown;
  const result = answers.allocation?.allocation;
  if (!result) return [];
  const source = words.source(format.count(result.trials));
  const chart = frontierChart(shown);
  const measure = measureOf(result.objective, shown);
  return [
    {
      name: 'summary',
      title: words.summary(result.year),
      source,
      columns: [
        { title: words.fact, format: 'text' },
        { title: words.factValue, format: 'text' },
        { title: words.factNote, format: 'text' },
      ],
      rows: factLines(result, shown).map(({ name, value, note }) => [name, value, note]),
    },
    ...(chart ? [frontierTable(chart, format)] : []),
    {
      name: 'grants',
      title: words.funded(format.count(result.grants.length)),
      source,
      columns: [
        { title: words.villageCode, format: 'code' },
        { title: words.village, format: 'text' },
        { title: words.township, format: 'text' },
        { title: words.option, format: 'text' },
        { title: words.amount, format: 'money' },
        { title: words.before, format: 'chance', digits: 1 },
        { title: words.after, format: 'chance', digits: 1, strong: true },
        { title: words.elsewhere, format: 'number', digits: 3, unit: measure.unit },
      ],
      rows: result.grants.map(({ village, option, amount, chanceBefore, chance, elsewhere }) => [
        village.code,
        village.name,
        village.township.name,
        option,
        amount,
        chanceBefore,
        chance,
        elsewhere === null ? null : elsewhere / measure.one,
      ]),
    },
    {
      name: 'not-funded',
      title: words.notFunded(format.count(result.notFunded.length)),
      source,
      columns: [
        { title: words.villageCode, format: 'code' },
        { title: words.village, format: 'text' },
        { title: words.township, format: 'text' },
        { title: words.why, format: 'text' },
        { title: words.flipGrant, format: 'money' },
        { title: words.flipIncome, format: 'money' },
        { title: words.flipOption, format: 'text' },
        { title: words.flipRate, format: 'share', digits: 1 },
      ],
      rows: result.notFunded.map(({ village, reason, flipGrant, flipIncome, flipOption }) => [
        village.code,
        village.name,
        village.township.name,
        reason.message,
        flipGrant,
        flipIncome,
        flipOption?.option ?? null,
        flipOption?.rate ?? null,
      ]),
    },
  ];
}
