import { formatMonth, monthInYear, monthOf, yearOf, type Month } from '../../base/month.js';
import { toYuan } from '../../base/money.js';
import type { ProjectProgress } from '../../supervision/projects/project-progress.js';
import type { ProjectRow } from '../../store/projects.js';
import type { Project, ProjectYear } from '../types/project.js';

/** What is known of the county that a project lies in. */
export interface ProjectPlace {
  readonly asOf: Month | null;
  readonly demonstration: boolean;
  readonly parkName: (code: string) => string | undefined;
}

/** @param received fen by calendar year */
export function toProject(
  row: ProjectRow,
  { received, progress }: { readonly received: ReadonlyMap<number, number>; readonly progress: ProjectProgress },
  place: ProjectPlace,
): Project {
  const { code, name, village, mode, industry, park, funder, stage, rate, sd, delay, failure, insured, premium, late } = row;
  return {
    code,
    name,
    village,
    mode,
    industry,
    park: park === null ? null : { code: park, name: place.parkName(park) ?? park },
    funder,
    capital: toYuan(row.capital),
    start: formatMonth(row.start),
    stage,
    rate,
    sd,
    delay,
    failure,
    insured,
    premium,
    late,
    accrued: toYuan(progress.accrued),
    paid: toYuan(progress.paid),
    overdue: toYuan(progress.overdue),
    overdueMilestones: progress.overdueMilestones.map((milestone) => ({ ...milestone, owner: null })),
    years: yearsOf(row, received, place.asOf),
    demonstration: place.demonstration,
  };
}

/** Every year from the first in which the project was to pay, or paid, up to the last closed month. */
function yearsOf({ start, capital }: ProjectRow, received: ReadonlyMap<number, number>, asOf: Month | null): ProjectYear[] {
  if (asOf === null) return [];
  const first = Math.min(yearOf(start), ...received.keys());
  const years: ProjectYear[] = [];
  for (let year = first; year <= yearOf(asOf); year++) {
    const amount = toYuan(received.get(year) ?? 0);
    const full = start <= monthOf(year, 1) && (year < yearOf(asOf) || monthInYear(asOf) === 12);
    years.push({ year, received: amount, return: capital > 0 ? amount / toYuan(capital) : null, full });
  }
  return years;
}
