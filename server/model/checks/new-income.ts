import type { CountyFit } from '../fit.js';

/** How much of past years' income came from streams that had paid nothing the year before. */
export interface NewIncomeCheck {
  /** Mean over the complete years but the first, of the year's income. */
  readonly share: number;
  readonly broken: boolean;
}

/** As much as the prior standard deviation of a county's year (0.05), but not by chance: forecasts fall short of it every year. */
const MOST_SHARE = 0.05;

/**
 * Checks that income goes on from what there is (section 3 projects streams that are alive, and of others only what has been
 * received). New income of library projects is left out: the grant rule forecasts it. Undefined with one complete year.
 */
export function checkNewIncome({ panel }: CountyFit): NewIncomeCheck | undefined {
  const shares: number[] = [];
  for (let year = 1; year < panel.years; year++) {
    let [total, fresh] = [0, 0];
    for (const { income, project } of panel.streams) {
      const amount = Math.max(0, income[year]!);
      total += amount;
      if (project === null && !(income[year - 1]! > 0)) fresh += amount;
    }
    if (total > 0) shares.push(fresh / total);
  }
  if (shares.length === 0) return undefined;
  const share = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  return { share, broken: share > MOST_SHARE };
}
