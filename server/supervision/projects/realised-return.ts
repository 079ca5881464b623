/** One project over its full years: whole years in which it was to pay, all months closed. */
export interface ProjectRecordOfReturns {
  readonly capital: number;
  /** Promised yearly return. */
  readonly promised: number;
  /** Received in each full year, yuan. */
  readonly received: readonly number[];
}

/** What projects of a kind promised and brought, per yuan of capital and year. */
export interface RealisedReturn {
  readonly projects: number;
  readonly years: number;
  readonly capital: number;
  readonly promised: number;
  readonly realised: number;
  /** For another project of the kind. */
  readonly shrunk: number;
  readonly standardError: number;
}

/** How many project-years the promise counts as, and how far yearly returns spread about their mean before any are known. */
const PRIOR_YEARS = 4;
const PRIOR_SPREAD = 0.5;

/**
 * Realised returns shrunk towards the promise, (w·promised + n·realised)/(w + n) with w = 4 project-years: normal-normal
 * shrinkage (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.5) with the spread of a year's return estimated from
 * the years themselves and a prior of half the promise.
 * @returns undefined where no project has a full year
 */
export function realisedReturn(projects: readonly ProjectRecordOfReturns[]): RealisedReturn | undefined {
  const own = projects.filter(({ capital, received }) => capital > 0 && received.length > 0);
  if (!own.length) return undefined;
  const capitalYears = own.reduce((sum, { capital, received }) => sum + capital * received.length, 0);
  const years = own.reduce((sum, { received }) => sum + received.length, 0);
  const promised = own.reduce((sum, { capital, promised: rate, received }) => sum + rate * capital * received.length, 0) / capitalYears;
  const realised = own.reduce((sum, { received }) => sum + received.reduce((total, amount) => total + amount, 0), 0) / capitalYears;
  const returns = own.flatMap(({ capital, received }) => received.map((amount) => amount / capital));
  const mean = returns.reduce((sum, value) => sum + value, 0) / years;
  const squares = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = (PRIOR_YEARS * (PRIOR_SPREAD * promised) ** 2 + squares) / (PRIOR_YEARS + Math.max(0, years - 1));
  return {
    projects: own.length,
    years,
    capital: own.reduce((sum, { capital }) => sum + capital, 0),
    promised,
    realised,
    shrunk: (PRIOR_YEARS * promised + years * realised) / (PRIOR_YEARS + years),
    standardError: Math.sqrt(variance / (PRIOR_YEARS + years)),
  };
}
