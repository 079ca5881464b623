/** A forecast of an event and whether it happened. */
export interface ChanceForecast {
  /** The probability given beforehand. */
  readonly chance: number;
  readonly happened: boolean;
}

/** What a Brier score is made of; scores of forecasts made apart add up. */
export interface BrierSums {
  readonly count: number;
  /** How many of the events happened. */
  readonly happened: number;
  /** Σ (chance − outcome)². */
  readonly squares: number;
}

export const brierSums = (forecasts: readonly ChanceForecast[]): BrierSums => ({
  count: forecasts.length,
  happened: forecasts.filter(({ happened }) => happened).length,
  squares: forecasts.reduce((sum, { chance, happened }) => sum + (chance - (happened ? 1 : 0)) ** 2, 0),
});

/** Brier score, the mean of (chance − outcome)² (Brier 1950): 0 is perfect, ¼ is what saying 50% every time gets. */
export const brierScore = ({ count, squares }: BrierSums): number => squares / count;

/**
 * Brier score of climatology: of saying the share that happened among these very forecasts every time, o̅(1 − o̅). That share
 * is known only afterwards, so this is the hardest constant forecast to beat (Murphy 1973's "uncertainty").
 */
export function brierOfClimatology({ count, happened }: BrierSums): number {
  const share = happened / count;
  return share * (1 - share);
}
