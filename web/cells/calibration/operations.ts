import { jobRequest, type JobRequest } from '../../api/job-request.js';

/** A share that was observed, with its 95% interval, a county-year counted as one event. */
interface ObservedShare {
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

export interface Backtest {
  readonly closedMonths: number;
  readonly years: readonly number[];
  readonly countyYears: number;
  readonly forecasts: number;
  readonly chances: number;
  readonly errors: number;
  readonly brier: number;
  readonly brierClimatology: number;
  readonly crps: number;
  readonly crpsNaive: number;
  /** In words, in the reader's language. */
  readonly summary: string;
  readonly coverage: readonly (ObservedShare & { readonly level: number })[];
  readonly reliability: readonly (ObservedShare & {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly forecast: number;
  })[];
}

/** Forecasts of past years against what happened, by how many months of the year were closed. */
export const backtest = (county: string, trials: number): JobRequest<{ backtest: readonly Backtest[] }> =>
  jobRequest({
    name: 'backtest',
    types: { scope: '[ID!]', trials: 'Int' },
    variables: { scope: [county], trials },
    answer: `{
      closedMonths years countyYears forecasts chances errors brier brierClimatology crps crpsNaive summary
      coverage { level observed low high } reliability { from to count forecast observed low high }
    }`,
  });
