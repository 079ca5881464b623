import type { Reinvestment } from '../scenario/scenario.js';

/** What one park brings of a mean income. */
export interface ParkShare {
  readonly park: string;
  /** Between 0 and 1. */
  readonly share: number;
}

/** How much of a mean income hangs on parks, and how much on a single one. */
export interface ParkDependence {
  /** Parks that bring anything, by descending share, ties by code. */
  readonly shares: readonly ParkShare[];
  /** Share of the park that brings most; 0 without any. */
  readonly largest: number;
  /**
   * Herfindahl index (Hirschman 1964): the sum of the squared shares of the parks. 1 where all income hangs on one park, 0
   * where none does; income outside parks counts as spread over sources too small to matter.
   */
  readonly concentration: number;
}

/**
 * What parks bring of income, yuan summed over the trials, by projected year and park: streams, projects and grants tagged
 * with the park, and what their reinvestment earns. Of one village, or of several added up.
 */
export class ParkIncome {
  readonly #sums: readonly Map<string, number>[];

  constructor(readonly horizon: number) {
    this.#sums = Array.from({ length: horizon }, () => new Map<string, number>());
  }

  add(year: number, park: string, sum: number): void {
    const ofYear = this.#sums[year]!;
    ofYear.set(park, (ofYear.get(park) ?? 0) + sum);
  }

  /** Lets a share of each projected year's income earn a return in the next, within the park that earned it. */
  reinvest({ share, return: rate }: Reinvestment): void {
    for (let year = 1; year < this.horizon; year++)
      for (const [park, sum] of this.#sums[year - 1]!) this.add(year, park, share * rate * sum);
  }

  /** The sums of one year, to be kept and added elsewhere. */
  entries(year: number): readonly (readonly [park: string, sum: number])[] {
    return [...this.#sums[year]!];
  }

  /** Empties it for the next village. */
  clear(): void {
    for (const ofYear of this.#sums) ofYear.clear();
  }

  /** @param total all income of the year, that from outside parks too, yuan summed over the same trials and villages */
  dependence(year: number, total: number): ParkDependence {
    const shares = [...this.#sums[year]!]
      .filter(([, sum]) => sum > 0 && total > 0)
      .map(([park, sum]) => ({ park, share: sum / total }))
      .toSorted((left, right) => right.share - left.share || (left.park < right.park ? -1 : 1));
    return {
      shares,
      largest: shares[0]?.share ?? 0,
      concentration: shares.reduce((sum, { share }) => sum + share ** 2, 0),
    };
  }
}
