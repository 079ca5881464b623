import { backtest, type Backtest } from '../../api/operations.js';

export interface CalibrationAnswers {
  readonly backtest: { readonly backtest: readonly Backtest[] };
}

/** Enough for shares of some hundred forecasts, which are far less sure than that many trials. */
export const BACKTEST_TRIALS = 4000;

/** From where in the year one looks ahead: how many of its months are closed. */
export const CLOSED_MONTHS: readonly number[] = [0, 3, 6, 9];

export const calibrationRequests = (county: string) => ({ backtest: backtest(county, BACKTEST_TRIALS) });

/** What was found looking ahead from there; the first that there is where the months asked for are not among them. */
export const backtestOf = ({ backtest: { backtest } }: CalibrationAnswers, closedMonths: number): Backtest | undefined =>
  backtest.find((one) => one.closedMonths === closedMonths) ?? backtest[0];
