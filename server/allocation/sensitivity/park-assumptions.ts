import { monthOf } from '../../base/month.js';
import type { ParkRecord } from '../../base/county.js';
import type { Words } from '../../base/words.js';
import { SHARE, type Range } from '../../scenario/ranges.js';
import type { ParkAssumption } from '../../scenario/scenario.js';
import type { Comparable } from '../comparison-checks.js';
import { START_SHIFT, TERM_RULES } from './option-assumptions.js';
import { committedProjects, withProjects } from './project-assumptions.js';
import { monthRange } from './sensible-range.js';
import { varied, type VariedAssumption } from './varied-assumption.js';

const MONTHS: Range = { least: monthOf(1950, 1), most: monthOf(2199, 12) };
const SHIFT: Range = { least: -120, most: 120 };

/**
 * When each park in use delivers and how often it pays a year late. Where the scenario sets it for the whole park, that is
 * what varies; else everything placed there moves by as much, each from what it has, and lateness shows their mean.
 */
export function parkAssumptions(base: Comparable): VariedAssumption[] {
  const parks = new Map(base.counties.flatMap(({ record }) => record.parks.map((park) => [park.code, park] as const)));
  return [...parks.values()]
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .filter(({ code }) => placedIn(base, code).length > 0)
    .flatMap((park) => [startOf(base, park), latenessOf(base, park)]);
}

/** Lateness of everything that is placed in a park. */
const placedIn = (base: Comparable, park: string): number[] => [
  ...base.scenario.options.filter((option) => option.park === park).map(({ late }) => late),
  ...committedProjects(base)
    .filter((project) => project.park === park)
    .map(({ terms }) => terms.late ?? base.scenario.projectTerms.late),
];

const labelOf = ({ name }: ParkRecord, { zh, en }: Words): Words => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` });

const withPark = ({ scenario, counties }: Comparable, park: string, changed: Partial<ParkAssumption>): Comparable => ({
  scenario: { ...scenario, parks: scenario.parks.map((own) => (own.park === park ? { ...own, ...changed } : own)) },
  counties,
});

function startOf(base: Comparable, park: ParkRecord): VariedAssumption {
  const set = base.scenario.parks.find((own) => own.park === park.code);
  if (set?.start !== undefined) {
    const label = labelOf(park, { zh: '投产月份', en: 'start' });
    const shown = { name: `park.${park.code}.start`, group: 'PARK', unit: 'MONTH', whole: true, label, value: set.start } as const;
    return varied({ ...shown, ...MONTHS, ...monthRange(set.start, START_SHIFT) }, (on, month) => withPark(on, park.code, { start: month }));
  }
  const label = labelOf(park, { zh: '比计划晚投产', en: 'months later than planned' });
  return varied(
    {
      name: `park.${park.code}.later`,
      group: 'PARK',
      unit: 'MONTHS',
      whole: true,
      label,
      value: 0,
      ...SHIFT,
      ...monthRange(0, START_SHIFT),
    },
    (on, later) => startingLater(on, park.code, later),
  );
}

/** Everything placed in a park starts so many months later, each than it would. */
export function startingLater(on: Comparable, park: string, months: number): Comparable {
  const next = on.counties[0]!.fit.panel.asOf + 1;
  const moved = withProjects(on, (project) => (project.park === park ? { ...project, start: project.start + months } : project));
  return {
    ...moved,
    scenario: {
      ...on.scenario,
      options: on.scenario.options.map((option) => (option.park === park ? { ...option, start: (option.start ?? next) + months } : option)),
    },
  };
}

function latenessOf(base: Comparable, park: ParkRecord): VariedAssumption {
  const { scenario } = base;
  const label = labelOf(park, TERM_RULES.late.label);
  const set = scenario.parks.find((own) => own.park === park.code);
  const placed = placedIn(base, park.code);
  const value = set?.late ?? placed.reduce((sum, late) => sum + late, 0) / placed.length;
  const shown = { name: `park.${park.code}.late`, group: 'PARK', unit: 'SHARE', label, value } as const;
  const later = (late: number, by: number) => Math.min(SHARE.most, Math.max(SHARE.least, late + by));
  return varied({ ...shown, ...SHARE, ...TERM_RULES.late.range(value) }, (on, late) => {
    if (set?.late !== undefined) return withPark(on, park.code, { late });
    const moved = withProjects(on, (project) =>
      project.park === park.code
        ? { ...project, terms: { ...project.terms, late: later(project.terms.late ?? on.scenario.projectTerms.late, late - value) } }
        : project,
    );
    const options = on.scenario.options.map((option) =>
      option.park === park.code ? { ...option, late: later(option.late, late - value) } : option,
    );
    return { ...moved, scenario: { ...on.scenario, options } };
  });
}
