import { Problem } from '../base/errors/problem.js';
import { formatMonth, monthInYear, monthOf, yearOf, type Month } from '../base/month.js';
import { targetLookup } from '../projection/target.js';
import { isInScope } from '../scenario/known-regions.js';
import type { CountySummary } from '../store/counties.js';
import { toBulletin, type Bulletin, type ChanceOfTarget } from '../supervision/bulletin/bulletin.js';
import { expectedByNow } from '../supervision/bulletin/expected-by-now.js';
import { figuresOf } from '../supervision/bulletin/figures.js';
import { entriesOf } from '../supervision/register/register-book.js';
import { milestones } from '../supervision/registers/milestone.js';
import { payments } from '../supervision/registers/payment.js';
import { reporters } from '../supervision/registers/reporter.js';
import { reports } from '../supervision/registers/report.js';
import type { RequestContext } from './context.js';
import { dataVersionOf } from './county-fits.js';
import { countiesInScope } from './scope.js';

/** The bulletins of the counties in a scope, with what names their data. */
export interface CountyBulletins {
  readonly bulletins: readonly Bulletin[];
  readonly dataVersion: string;
  readonly demonstration: boolean;
}

/**
 * The monthly bulletin of every county in a scope.
 * @throws Problem AS_OF_TOO_LATE where a county's receipts do not reach the month
 */
export async function bulletinsOf(context: RequestContext, scope: readonly string[] | undefined, month: Month): Promise<CountyBulletins> {
  const state = await context.loaders.state();
  const bulletins: Bulletin[] = [];
  const versions: { readonly version: string }[] = [];
  const summaries = countiesInScope(state, scope);
  for (const summary of summaries) {
    if (summary.asOf === null || month > summary.asOf) {
      const asOf = summary.asOf === null ? '—' : formatMonth(summary.asOf);
      throw new Problem('AS_OF_TOO_LATE', { value: formatMonth(month), county: summary.name, asOf }, ['month']);
    }
    const county = await context.workspace.county(summary);
    versions.push(county);
    bulletins.push(await bulletinOf(context, summary, scope ?? [], month));
  }
  return { bulletins, dataVersion: dataVersionOf(versions), demonstration: summaries.some(({ demonstration }) => demonstration) };
}

async function bulletinOf(context: RequestContext, summary: CountySummary, scope: readonly string[], month: Month): Promise<Bulletin> {
  const { workspace, loaders } = context;
  const { defaults } = await loaders.state();
  const { record } = await workspace.county(summary);
  const { db } = workspace.store;
  const fitAt = (asOf: Month) => whereComplete(() => workspace.fit(summary, asOf, defaults.model));
  const year = yearOf(month);
  const now = await fitAt(month);
  const before = await fitAt(monthOf(year - 1, 12));
  const targetOf = targetLookup(record.targets, { default: defaults.target, overrides: [] });
  const within = { counties: [summary.code] };
  return toBulletin({
    record,
    month,
    defaults: defaults.supervision,
    inScope: (village) => isInScope(village, scope),
    targetOf: (village) => targetOf(village, year),
    paces: now ? expectedByNow({ record, now, before }, month, defaults.option) : new Map(),
    chances: await chancesAt(context, summary, month, year),
    chancesBefore: await chancesAt(context, summary, month - 1, year),
    reports: await entriesOf(db, reports, within),
    reporters: await entriesOf(db, reporters, within),
    payments: await entriesOf(db, payments, within),
    milestones: await entriesOf(db, milestones, within),
  });
}

/** Each village's chance of its target of a year on the trend, as it stood at the end of a month. */
async function chancesAt(
  context: RequestContext,
  summary: CountySummary,
  asOf: Month,
  year: number,
): Promise<ReadonlyMap<string, ChanceOfTarget>> {
  if (yearOf(asOf) === year && monthInYear(asOf) === 12) return reachedIn(context, summary, asOf);
  const spec = { scope: [summary.code], asOf: formatMonth(asOf), horizon: 1 };
  const villages = await whereComplete(async () => {
    const projection = await context.projections.project(context, spec, ['month']);
    return (await projection.at(year)).villages();
  });
  return new Map(villages?.map(({ village, chance, standardError }) => [village, { chance, standardError }]));
}

/** With all twelve months in, a target is reached or it is not. */
async function reachedIn(
  { workspace, loaders }: RequestContext,
  summary: CountySummary,
  december: Month,
): Promise<ReadonlyMap<string, ChanceOfTarget>> {
  const { record } = await workspace.county(summary);
  const { defaults } = await loaders.state();
  const targetOf = targetLookup(record.targets, { default: defaults.target, overrides: [] });
  return new Map(
    [...figuresOf(record, december)].map(([village, { thisYear }]) => [
      village,
      { chance: thisYear >= targetOf(village, yearOf(december)) ? 1 : 0, standardError: 0 },
    ]),
  );
}

/** What needs a complete year; undefined where there is none yet. */
async function whereComplete<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem && error.code === 'NO_COMPLETE_YEAR') return undefined;
    throw error;
  }
}
