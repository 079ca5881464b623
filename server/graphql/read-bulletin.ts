import type { Language } from '../base/errors/problem.js';
import { formatMonth, parseMonth } from '../base/month.js';
import { regionAt } from '../base/region.js';
import type { BulletinRow as Row, Colour } from '../supervision/bulletin/bulletin.js';
import { bulletinsOf } from './bulletins.js';
import type { RequestContext } from './context.js';
import { villagesByCode } from './present/village.js';
import { checkScope, checkVillageCount, countiesInScope, villageCount } from './scope.js';
import type { Bulletin, BulletinRow, BulletinTownship } from './types/bulletin.js';
import type { Village } from './types/village.js';

/**
 * The bulletin of a month as it is read: by villages, the most urgent first, and by townships.
 * @param month YYYY-MM
 * @throws Problem, Problems what is wrong with scope or month
 */
export async function readBulletin(context: RequestContext, scope: readonly string[] | null, month: string): Promise<Bulletin> {
  const state = await context.loaders.state();
  const within = checkScope(state, scope);
  checkVillageCount(villageCount(state, within), ['scope']);
  const { bulletins, dataVersion, demonstration } = await bulletinsOf(context, within, parseMonth(month)!);
  const rows = bulletins.flatMap((bulletin) => bulletin.rows);
  const villages = new Map<string, Village>();
  for (const summary of countiesInScope(state, within)) {
    const { record } = await context.workspace.county(summary);
    for (const [code, village] of villagesByCode(record.villages)) villages.set(code, village);
  }
  const reported = rows.filter((row) => row.reported).length;
  return {
    month: formatMonth(parseMonth(month)!),
    dueOn: bulletins[0]!.dueOn,
    reported,
    missing: rows.length - reported,
    demonstration,
    dataVersion,
    villages: rows.map((row) => toRow(row, villages.get(row.village)!, context.language)),
    townships: [...Map.groupBy(rows, ({ village }) => regionAt(village, 'TOWNSHIP'))]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([code, own]) => ({ township: state.townships.get(code)!, ...together(own) })),
  };
}

const toRow = ({ chance, chanceLastMonth, flags, ...row }: Row, village: Village, language: Language): BulletinRow => ({
  ...row,
  village,
  chance: chance?.chance ?? null,
  standardError: chance?.standardError ?? null,
  chanceLastMonth: chanceLastMonth?.chance ?? null,
  responsible: [...row.responsible],
  flags: flags.map((flag) => ({ code: flag.code, message: flag.text(language) })),
});

function together(rows: readonly Row[]): Omit<BulletinTownship, 'township'> {
  const sum = (amountOf: (row: Row) => number) => rows.reduce((total, row) => total + amountOf(row), 0);
  const count = (colour: Colour) => rows.filter((row) => row.colour === colour).length;
  return {
    villages: rows.length,
    reported: rows.filter((row) => row.reported).length,
    received: sum(({ received }) => received),
    target: sum(({ target }) => target),
    sameMonthLastYear: rows.some((row) => row.sameMonthLastYear === null) ? null : sum((row) => row.sameMonthLastYear ?? 0),
    green: count('GREEN'),
    yellow: count('YELLOW'),
    orange: count('ORANGE'),
    red: count('RED'),
  };
}
