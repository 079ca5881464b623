import type { ProjectRecord } from '../base/county.js';
import type { Month } from '../base/month.js';
import type { FittedCounty } from '../projection/project-county.js';

/**
 * What may become of a project: it goes as planned, pays nothing from now on, delivers later, or pays each year's money a year
 * late.
 */
export const PROJECT_FATES = ['PLANNED', 'FAILS', 'DELAYED', 'LATE'] as const;
export type ProjectFate = (typeof PROJECT_FATES)[number];

export interface StressedCounty {
  readonly fate: ProjectFate;
  readonly county: FittedCounty;
}

/**
 * A county once for each fate of one of its projects; nothing is fitted anew and no random number changes. A project that is
 * not committed yet is looked at as if it were. One that has paid in a complete year is projected from what it paid: it is
 * delivered, and its history knows no delay, so it is only asked to fail.
 * @param months by which delivery is delayed, counted from the planned start, or from the month after the as-of month where
 * that is later
 */
export function stressProject(county: FittedCounty, project: string, months: number): StressedCounty[] {
  const { panel, streams } = county.fit;
  const young = panel.youngProjects.find(({ record }) => record.code === project);
  if (!young) {
    const failed = streams.map((own) => (own.stream.project === project ? { ...own, alive: false } : own));
    return [
      { fate: 'PLANNED', county },
      { fate: 'FAILS', county: { ...county, fit: { ...county.fit, streams: failed } } },
    ];
  }
  const withProject = (committed: boolean, change: (record: ProjectRecord) => ProjectRecord): FittedCounty => {
    const youngProjects = panel.youngProjects.map((one) => (one === young ? { ...one, committed, record: change(one.record) } : one));
    return { ...county, fit: { ...county.fit, panel: { ...panel, youngProjects } } };
  };
  return [
    { fate: 'PLANNED', county: withProject(true, (record) => record) },
    { fate: 'FAILS', county: withProject(false, (record) => record) },
    { fate: 'DELAYED', county: withProject(true, (record) => ({ ...record, start: delayedStart(record.start, panel.asOf, months) })) },
    { fate: 'LATE', county: withProject(true, (record) => ({ ...record, terms: { ...record.terms, late: 1 } })) },
  ];
}

const delayedStart = (start: Month, asOf: Month, months: number): Month => Math.max(start, asOf + 1) + months;
