import type { Mode } from '../../base/vocabulary.js';
import { normal } from './draws.js';
import type { ParkCode } from './parks.js';
import { FIRST_YEAR, LAST_YEAR } from './period.js';

/** Expected yearly growth: the rates the county strives for in one year, taken here as what it truly has. */
export const TRUE_GROWTH: Readonly<Record<Mode, number>> = {
  INDUSTRY: 0.187,
  PROPERTY: 0.05,
  SERVICE: 0.11,
  RESOURCE: 0.274,
  TOURISM: 0.095,
};

/** Log standard deviations of a year's shocks, the prior ones of the model: those shared and a stream's own. */
const SHOCK = { county: 0.05, mode: 0.08, park: 0.1, permanent: 0.15, transitory: 0.15 } as const;

/** Yearly probability that a stream ends for good. */
export const CESSATION = 0.02;

/** Median size of a stream; smaller ones vary more, by this power of how much smaller they are. */
const TYPICAL_LEVEL = 9_000;
const SIZE_POWER = -0.15;

/** What makes one stream grow unlike another. */
export interface Growing {
  readonly mode: Mode;
  readonly park: ParkCode | null;
  /** Names the stream in its draws. */
  readonly entity: string;
  /** Income of the first year without shocks, yuan. */
  readonly level: number;
  readonly volatility: number;
}

/**
 * Yearly log steps without shocks. Shocks and ends of streams are taken out, so that the expected growth of a mode's
 * income, ends included, is the true one (server/model/README.md, section 3, with ω = 1).
 */
function drift(mode: Mode, park: ParkCode | null): number {
  const variance = SHOCK.county ** 2 + SHOCK.mode ** 2 + (park ? SHOCK.park ** 2 : 0) + SHOCK.permanent ** 2;
  return Math.log(1 + TRUE_GROWTH[mode]) - variance / 2 - Math.log(1 - CESSATION);
}

/** The part of a year's log step that streams share: with the county, with their mode, with their park. */
function sharedShock(mode: Mode, park: ParkCode | null, year: number): number {
  const ofPark = park ? SHOCK.park * normal('park shock', park, year) : 0;
  return SHOCK.county * normal('county shock', '', year) + SHOCK.mode * normal('mode shock', mode, year) + ofPark;
}

/**
 * Income of a stream in the years from 2017 to 2020, by year: a random walk with drift in logs, seen through a
 * transitory deviation. A stream that begins later has walked all the same.
 */
export function yearlyIncome(stream: Growing): Map<number, number> {
  const { entity, mode, park } = stream;
  const size = stream.volatility * Math.min(1.4, Math.max(0.7, (stream.level / TYPICAL_LEVEL) ** SIZE_POWER));
  let level = Math.log(stream.level);
  const incomes = new Map<number, number>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    if (year > FIRST_YEAR) {
      level += drift(mode, park) + sharedShock(mode, park, year) + size * SHOCK.permanent * normal('permanent', entity, year);
    }
    incomes.set(year, Math.exp(level + size * SHOCK.transitory * normal('transitory', entity, year)));
  }
  return incomes;
}
