import { formatMonth } from '../../base/month.js';
import type { Language } from '../../base/errors/problem.js';
import { MODES } from '../../base/vocabulary.js';
import type { Distribution as EngineDistribution, PercentileBand as EngineBand } from '../../projection/distribution.js';
import type { ScopeOutcome } from '../../projection/scope-outcome.js';
import type { VillageOutcome as EngineVillageOutcome } from '../../projection/summary.js';
import type { ParkDependence as EngineParkDependence } from '../../projection/park-income.js';
import type { VillageFilter } from '../inputs/village-filter.js';
import { pageOf } from '../paging.js';
import type { ProjectionView } from '../projections.js';
import type { Distribution, Outcome, VillageOutcome, VillageOutcomeConnection } from '../types/outcome.js';
import type { ParkDependence } from '../types/park-dependence.js';
import type { Projection, Reason, ResolvedGrant } from '../types/projection.js';
import type { Village } from '../types/village.js';

export const toProjection = ({ scenario, years, asOf, dataVersion, engineVersion }: ProjectionView): Projection => ({
  seed: scenario.seed,
  trials: scenario.trials,
  engineVersion,
  dataVersion,
  asOf: formatMonth(asOf),
  years: [...years],
  assumptions: [...scenario.assumptions],
});

const toBands = (bands: readonly EngineBand[]) => bands.map(({ percentile, value }) => ({ percentile, value }));

const toDistribution = ({ mean, bands }: EngineDistribution): Distribution => ({ mean, bands: toBands(bands) });

export const toOutcome = (outcome: ScopeOutcome, view: ProjectionView): Outcome => ({
  villageCount: outcome.villageCount,
  expectedReaching: outcome.expectedReaching,
  reaching: toBands(outcome.reaching),
  reachingDistribution: [...outcome.reachingDistribution],
  chanceAll: outcome.chanceAll,
  income: toDistribution(outcome.income),
  grantDependence: outcome.grantDependence,
  parkDependence: toParkDependence(outcome.parkDependence, view),
  industryShareChance: outcome.industryShareChance,
  keyIndustryShareChance: outcome.keyIndustryShareChance,
  keyIndustryFloorChance: outcome.keyIndustryFloorChance,
});

const toParkDependence = ({ shares, ...rest }: EngineParkDependence, view: ProjectionView): ParkDependence => ({
  ...rest,
  shares: shares.map(({ park, share }) => ({ park: view.parkOf(park), share })),
});

interface VillagePageAsked {
  readonly year: number | null;
  readonly first: number;
  readonly after: string | null;
  readonly where: VillageFilter | null;
}

export async function toVillageOutcomeConnection(
  view: ProjectionView,
  { year, first, after, where }: VillagePageAsked,
): Promise<VillageOutcomeConnection> {
  const wanted = matching(where);
  const villages = await view.villages();
  const outcomes = await (await view.at(year)).villages();
  const rows = outcomes.filter(({ village }) => wanted(villages.get(village)!));
  const page = pageOf(rows, ({ village }) => village, first, after);
  return {
    totalCount: page.totalCount,
    pageInfo: page.pageInfo,
    nodes: page.entries.map((row) => toVillageOutcome(row, villages.get(row.village)!, view)),
  };
}

/** The same conditions as the store's, for villages that are in memory. */
function matching(where: VillageFilter | null): (village: Village) => boolean {
  const codes = where?.codes ? new Set(where.codes) : undefined;
  const townships = where?.townships ? new Set(where.townships) : undefined;
  const search = where?.search?.trim().toLowerCase() ?? '';
  return ({ code, name, township, eligible }) =>
    (codes?.has(code) ?? true) &&
    (townships?.has(township) ?? true) &&
    (where?.eligible ?? eligible) === eligible &&
    (code.includes(search) || name.toLowerCase().includes(search));
}

const toVillageOutcome = (row: EngineVillageOutcome, village: Village, view: ProjectionView): VillageOutcome => ({
  village,
  target: row.target,
  grant: row.grant,
  chance: row.chance,
  standardError: row.standardError,
  chanceEveryYear: row.chanceEveryYear,
  shortfall: row.shortfall,
  grantDependence: row.grantDependence,
  parkDependence: toParkDependence(row.parkDependence, view),
  income: toDistribution(row.income),
  byMode: MODES.map((mode, index) => ({ mode, mean: row.byMode[index]! })),
});

export const toResolvedGrants = async (view: ProjectionView, year: number | null): Promise<ResolvedGrant[]> => {
  const villages = await view.villages();
  return (await view.at(year)).grants.map(({ village, option, amount }) => ({ village: villages.get(village)!, option, amount }));
};

export const toWarnings = ({ warnings }: ProjectionView, language: Language): Reason[] =>
  warnings.map((warning) => ({ code: warning.code, message: warning.text(language) }));
