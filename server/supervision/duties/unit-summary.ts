import type { EntryOf } from '../register/register.js';
import type { appraisals } from '../registers/appraisal.js';
import { dutySummaries, type DutyRow, type DutySummary } from './duty-calendar.js';

type Appraisal = EntryOf<typeof appraisals>;

/** What a year's appraisals have to go by for one unit: how it kept its duties, and what was said of it. A reference, never a verdict. */
export interface UnitSummary extends Omit<DutySummary, 'owner'> {
  readonly unit: string;
  /** Code; null for a unit of the county. */
  readonly township: string | null;
  /** Of the year, in the order of their kinds. */
  readonly appraisals: readonly Appraisal[];
}

const KINDS = ['PARTY_BUILDING', 'POVERTY_RELIEF', 'REVITALISATION'];
const NO_DUTIES: Omit<DutySummary, 'owner'> = { due: 0, done: 0, overdue: 0, withEvidence: 0 };

/** Every unit that has duties or was appraised in the year: those of the county first, then township by township. */
export function unitSummaries(rows: readonly DutyRow[], all: readonly Appraisal[], year: number): UnitSummary[] {
  const duties = new Map(dutySummaries(rows).map(({ owner, ...counts }) => [owner, counts]));
  const appraised = Map.groupBy(
    all.filter(({ values }) => values.year === year),
    ({ values }) => values.unit,
  );
  const townships = new Map(
    rows.map(({ duty: { values } }) => [values.owner, values.township] as const).filter(([, township]) => township !== null),
  );
  const summaries = [...new Set([...duties.keys(), ...appraised.keys()])].map((unit): UnitSummary => {
    const own = (appraised.get(unit) ?? []).toSorted((left, right) => KINDS.indexOf(left.values.kind) - KINDS.indexOf(right.values.kind));
    const township = townships.get(unit) ?? own.find(({ values }) => values.township !== null)?.values.township ?? null;
    return { unit, township, ...(duties.get(unit) ?? NO_DUTIES), appraisals: own };
  });
  const place = ({ township, unit }: UnitSummary) => `${township ?? ''} ${unit}`;
  return summaries.toSorted((left, right) => (place(left) < place(right) ? -1 : 1));
}
