/** A forecast of an event and whether it happened. */
export interface ChanceForecast {
  /** The probability given beforehand. */
  readonly chance: number;
  readonly happened: boolean;
}

/** Brier score, the mean of (chance − outcome)² (Brier 1950): 0 is perfect, ¼ is what saying 50% every time gets. */
export const brierScore = (forecasts: readonly ChanceForecast[]): number =>
  forecasts.reduce((sum, { chance, happened }) => sum + (chance - (happened ? 1 : 0)) ** 2, 0) / forecasts.length;

/**
 * Brier score of climatology: of saying the share that happened among these very forecasts every time, o̅(1 − o̅). That share
 * is known only afterwards, so this is the hardest constant forecast to beat (Murphy 1973's "uncertainty").
 */
export function brierOfClimatology(forecasts: readonly ChanceForecast[]): number {
  const share = forecasts.reduce((sum, { happened }) => sum + (happened ? 1 : 0), 0) / forecasts.length;
  return share * (1 - share);
}
