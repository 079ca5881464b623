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
 * What parks bring of a year's income, yuan summed over the trials, by park: streams, projects and grants tagged with the park,
 * and what their reinvestment earns. Of one village, or of several added up.
 */
export class ParkIncome {
  readonly #sums = new Map<string, number>();

  add(park: string, sum: number): void {
    this.#sums.set(park, (this.#sums.get(park) ?? 0) + sum);
  }

  /** The sums, to be kept and added elsewhere. */
  entries(): readonly (readonly [park: string, sum: number])[] {
    return [...this.#sums];
  }

  /** Empties it for the next village. */
  clear(): void {
    this.#sums.clear();
  }

  /** @param total all income, that from outside parks too, yuan summed over the same trials and villages */
  dependence(total: number): ParkDependence {
    const shares = this.entries()
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
