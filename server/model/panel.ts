import type { CountyRecord, ProjectRecord, ReceiptRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import { formatMonth, monthInYear, yearOf, type Month } from '../base/month.js';
import { INDUSTRIES, MODES, type Industry, type Mode } from '../base/vocabulary.js';

/**
 * What a receipt belongs to: one distinct (village, mode, industry or none, park or none, project or none). It is the
 * unit that is projected (model, section 1).
 */
export interface Stream {
  /** The five parts in one text: the stream's own code, also in draws. */
  readonly key: string;
  readonly village: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  /** Income of each complete year, yuan. */
  readonly income: Float64Array;
  /** Receipts of months 1..k of each complete year, yuan. */
  readonly early: Float64Array;
  /** Receipts of months 1..k of the running year, yuan. */
  readonly received: number;
}

/** A project of the library that has not paid in any complete year: the grant rule projects it, not a stream. */
export interface YoungProject {
  readonly record: ProjectRecord;
  /** Only a project past 公示 pays; of others only what was received counts. */
  readonly committed: boolean;
  readonly industry: Industry | null;
  /** Receipts of the running year up to the as-of month, yuan. */
  readonly received: number;
}

/** The receipts of a county up to the as-of month, arranged by stream and year. */
export interface Panel {
  readonly asOf: Month;
  readonly firstYear: number;
  /** Complete years are firstYear … lastYear. */
  readonly lastYear: number;
  readonly years: number;
  /** k: closed months of the running year, 0 if none. */
  readonly closedMonths: number;
  /** Projected year 1. */
  readonly nextYear: number;
  /** Ascending by village, mode, industry, park, project. */
  readonly streams: readonly Stream[];
  readonly youngProjects: readonly YoungProject[];
}

const streamKey = (receipt: Pick<ReceiptRecord, 'village' | 'mode' | 'industry' | 'park' | 'project'>): string =>
  [receipt.village, receipt.mode, receipt.industry ?? '', receipt.park ?? '', receipt.project ?? ''].join('|');

/**
 * Arranges a county's receipts as the model reads them. Nothing later than `asOf` is read.
 * @throws Problem NO_COMPLETE_YEAR where no year has 12 closed months
 */
export function toPanel(county: CountyRecord, asOf: Month): Panel {
  const receipts = county.receipts.filter((receipt) => receipt.month <= asOf);
  const first = receipts.reduce((least, receipt) => Math.min(least, receipt.month), Number.POSITIVE_INFINITY);
  const firstYear = monthInYear(first) === 1 ? yearOf(first) : yearOf(first) + 1;
  const closedMonths = monthInYear(asOf) % 12;
  const lastYear = closedMonths === 0 ? yearOf(asOf) : yearOf(asOf) - 1;
  const years = lastYear - firstYear + 1;
  if (!(years >= 1)) throw new Problem('NO_COMPLETE_YEAR', { county: county.name, asOf: formatMonth(asOf) });

  const young = youngProjects(county.projects, receipts, firstYear, lastYear);
  const notStreams = new Set(young.map((project) => project.record.code));
  return {
    asOf,
    firstYear,
    lastYear,
    years,
    closedMonths,
    nextYear: lastYear + 1,
    streams: toStreams(
      receipts.filter((receipt) => receipt.project === null || !notStreams.has(receipt.project)),
      { firstYear, years, closedMonths },
    ),
    youngProjects: young,
  };
}

/** Projects that have paid in no complete year, ascending by code. */
function youngProjects(
  projects: readonly ProjectRecord[],
  receipts: readonly ReceiptRecord[],
  firstYear: number,
  lastYear: number,
): YoungProject[] {
  const byProject = Map.groupBy(
    receipts.filter((receipt) => receipt.project !== null),
    (receipt) => receipt.project,
  );
  return projects
    .map((record) => ({ record, paid: byProject.get(record.code) ?? [] }))
    .filter(({ paid }) => {
      const byYear = Map.groupBy(paid, (receipt) => yearOf(receipt.month));
      return ![...byYear].some(([year, some]) => year >= firstYear && year <= lastYear && sumOf(some) > 0);
    })
    .map(({ record, paid }) => ({
      record,
      committed: record.stage === 'COMMITTED',
      industry: record.industry ?? paid.find((receipt) => receipt.industry !== null)?.industry ?? null,
      received: sumOf(paid.filter((receipt) => yearOf(receipt.month) > lastYear)),
    }))
    .sort((left, right) => (left.record.code < right.record.code ? -1 : 1));
}

const sumOf = (receipts: readonly ReceiptRecord[]): number => receipts.reduce((sum, receipt) => sum + receipt.amount, 0);

function toStreams(receipts: readonly ReceiptRecord[], span: { firstYear: number; years: number; closedMonths: number }): Stream[] {
  const streams = [...Map.groupBy(receipts, streamKey)].map(([key, own]) => {
    const { village, mode, industry, park, project } = own[0]!;
    const income = new Float64Array(span.years);
    const early = new Float64Array(span.years);
    let received = 0;
    for (const receipt of own) {
      const year = yearOf(receipt.month) - span.firstYear;
      if (year === span.years) received += receipt.amount;
      if (year < 0 || year >= span.years) continue;
      income[year]! += receipt.amount;
      if (monthInYear(receipt.month) <= span.closedMonths) early[year]! += receipt.amount;
    }
    for (let year = 0; year < span.years; year++) {
      income[year] = toCents(income[year]!);
      early[year] = toCents(early[year]!);
    }
    return { key, village, mode, industry, park, project, income, early, received: toCents(received) };
  });
  return streams.sort(byIdentity);
}

/** Sums of fen are exact: drop what binary addition of yuan left behind, so that a corrected receipt sums to zero. */
const toCents = (yuan: number): number => (Math.round(yuan * 100) || 0) / 100;

function byIdentity(left: Stream, right: Stream): number {
  const compare = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0);
  return (
    compare(left.village, right.village) ||
    MODES.indexOf(left.mode) - MODES.indexOf(right.mode) ||
    INDUSTRIES.indexOf(left.industry!) - INDUSTRIES.indexOf(right.industry!) ||
    compare(left.park, right.park) ||
    compare(left.project, right.project)
  );
}
