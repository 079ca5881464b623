import type { Industry, Mode } from '../../base/vocabulary.js';
import { ACTIVITIES, type Activity, type ActivityCode, type Calendar } from './activities.js';
import { choose, happens, normal, uniform } from './draws.js';
import { CESSATION, yearlyIncome } from './growth.js';
import type { ParkCode } from './parks.js';
import { LAST_YEAR } from './period.js';
import { TOWNSHIPS } from './townships.js';
import { strength, type ListedVillage } from './villages.js';

/** One source of a village's income, with what it earns each year. */
export interface Stream {
  /** Names the stream in its draws. */
  readonly entity: string;
  readonly village: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: ParkCode | null;
  readonly calendar: Calendar;
  readonly wobble: number;
  readonly unit: number;
  /** Yuan, by year, only the years in which it pays. */
  readonly income: ReadonlyMap<number, number>;
}

/** Log standard deviation between streams of one activity, beside the village's strength. */
const SPREAD = 0.3;

/** As many streams as a village may have, a project that has begun to pay among them. */
export const MOST_STREAMS = 4;

/** Of a hundred streams, those that began in 2018, 2019 and 2020; the others were there in 2017. */
const BEGINNINGS = { 2017: 81, 2018: 7, 2019: 6, 2020: 6 };

/** Two ways of earning that the accounts cannot tell apart would be one stream. */
const sameAccount = (left: Activity, right: Activity): boolean =>
  left.account.mode === right.account.mode && left.account.industry === right.account.industry;

/** A village's streams, in an order that the lot decides; none in an idle village. */
export function streamsOf(village: ListedVillage): Stream[] {
  const { idle, activities: chances } = TOWNSHIPS[village.townshipCode]!;
  if (happens(idle / 100, 'idle', village.code)) return [];
  const taken: ActivityCode[] = [];
  for (const code of Object.keys(ACTIVITIES) as ActivityCode[]) {
    const present = happens(chances[code] / 100, code, village.code);
    if (present && !taken.some((other) => sameAccount(ACTIVITIES[other], ACTIVITIES[code]))) taken.push(code);
  }
  const lot = (code: ActivityCode): number => uniform('lot', `${village.code}/${code}`);
  return taken
    .sort((left, right) => lot(left) - lot(right))
    .slice(0, MOST_STREAMS)
    .map((code) => streamOf(village, code));
}

function streamOf(village: ListedVillage, code: ActivityCode): Stream {
  const { account, park, years, months, calendars }: Activity = ACTIVITIES[code];
  const entity = `${village.code}/${code}`;
  const inPark = park && happens(park[1] / 100, 'in park', entity) ? park[0] : null;
  const size = TOWNSHIPS[village.townshipCode]!.wealth * strength(village.code) * Math.exp(SPREAD * normal('level', entity));
  const growing = { entity, mode: account.mode, park: inPark, level: years.level * size, volatility: years.volatility };
  const calendar = choose(calendars, 'calendar', entity);
  return {
    entity,
    village: village.code,
    ...account,
    park: inPark,
    ...months,
    calendar,
    income: whileItLasts(entity, yearlyIncome(growing)),
  };
}

/** Leaves out the years before a stream begins and those after it has ended. */
function whileItLasts(entity: string, income: ReadonlyMap<number, number>): Map<number, number> {
  const lasting = new Map<number, number>();
  const begin = Number(choose(BEGINNINGS, 'beginning', entity));
  for (let year = begin; year <= LAST_YEAR; year++) {
    if (year > begin && uniform('end', entity, year) < CESSATION) break;
    lasting.set(year, income.get(year)!);
  }
  return lasting;
}
