import type { Brief, BriefTable } from '../../briefs/brief.js';
import { briefNumbers } from '../../briefs/brief-numbers.js';
import type { Language } from '../../base/errors/problem.js';
import type { Bulletin, BulletinRow } from '../types/bulletin.js';
import { circularWords } from './circular-words.js';

/** A month's bulletin as the circular (通报) that goes out: the quality of the data first, then the income, then who must act. */
export function bulletinCircular(bulletin: Bulletin, county: string, language: Language): Brief {
  const words = circularWords[language];
  const numbers = briefNumbers(language);
  const { month, villages, townships } = bulletin;
  const unit = numbers.moneyUnit;
  const sum = (amountOf: (row: BulletinRow) => number) => villages.reduce((total, row) => total + amountOf(row), 0);
  const received = sum((row) => row.received);
  const target = sum((row) => row.target);
  const known = villages.every(({ sameMonthLastYear }) => sameMonthLastYear !== null);
  const lastYear = sum((row) => row.sameMonthLastYear ?? 0);
  const count = (colour: BulletinRow['colour']) => String(villages.filter((row) => row.colour === colour).length);
  const named = (rows: readonly BulletinRow[]) => rows.map(({ village }) => village.name).join(words.between);
  const missing = villages.filter(({ reported }) => !reported);
  const late = villages.filter(({ lateDays }) => (lateDays ?? 0) > 0);
  const urgent = villages.filter(({ colour, reported }) => !reported || colour === 'RED' || colour === 'ORANGE');
  const money = (amount: number | null) => (amount === null ? words.unknown : numbers.money(amount));
  const townshipOf = new Map(townships.map(({ township }) => [township.code, township.name]));
  const placeOf = ({ village }: BulletinRow) => townshipOf.get(village.township) ?? '';
  const chanceOf = ({ chance, standardError }: BulletinRow) =>
    chance === null ? words.unknown : `${numbers.chance(chance)} (${numbers.points(standardError ?? 0)})`;

  const byTownship: BriefTable = {
    columns: [
      { title: words.township, isNumber: false },
      { title: words.reportedOf, isNumber: true },
      { title: words.received(unit), isNumber: true },
      { title: words.share, isNumber: true },
      { title: words.lastYear(unit), isNumber: true },
      { title: words.colours.RED, isNumber: true },
      { title: words.colours.ORANGE, isNumber: true },
      { title: words.colours.YELLOW, isNumber: true },
      { title: words.colours.GREEN, isNumber: true },
    ],
    rows: townships.map((one) => [
      one.township.name,
      `${one.reported}/${one.villages}`,
      numbers.money(one.received),
      numbers.chance(one.target > 0 ? one.received / one.target : 0),
      money(one.sameMonthLastYear),
      ...[one.red, one.orange, one.yellow, one.green].map(String),
    ]),
  };
  const toAct: BriefTable = {
    columns: [
      { title: words.village, isNumber: false },
      { title: words.township, isNumber: false },
      { title: words.grade, isNumber: false },
      { title: words.received(unit), isNumber: true },
      { title: words.chance, isNumber: true },
      { title: words.why, isNumber: false },
      { title: words.responsible, isNumber: false },
    ],
    rows: urgent.map((row) => [
      row.village.name,
      placeOf(row),
      words.colours[row.colour],
      numbers.money(row.received),
      chanceOf(row),
      row.flags.map(({ message }) => message).join(words.apart),
      row.responsible.join(words.between),
    ]),
  };
  const all: BriefTable = {
    columns: [
      { title: words.village, isNumber: false },
      { title: words.township, isNumber: false },
      { title: words.inMonth(unit), isNumber: true },
      { title: words.received(unit), isNumber: true },
      { title: words.expected(unit), isNumber: true },
      { title: words.target(unit), isNumber: true },
      { title: words.rank, isNumber: true },
      { title: words.chance, isNumber: true },
      { title: words.grade, isNumber: false },
    ],
    rows: villages.map((row) => [
      row.village.name,
      placeOf(row),
      numbers.money(row.inMonth),
      numbers.money(row.received),
      money(row.expectedByNow),
      numbers.money(row.target),
      String(row.rank),
      chanceOf(row),
      words.colours[row.colour],
    ]),
  };
  return {
    language,
    title: words.title(county, month),
    subtitle: words.subtitle(month, bulletin.dueOn),
    addressees: words.addressees,
    warning: bulletin.demonstration ? words.demonstration : undefined,
    sections: [
      {
        heading: words.reporting,
        paragraphs: [
          words.reports(String(villages.length), String(bulletin.reported), String(bulletin.missing), bulletin.dueOn),
          ...(missing.length ? [words.missing(named(missing))] : []),
          ...(late.length ? [words.late(named(late))] : []),
        ],
      },
      {
        heading: words.progress,
        paragraphs: [
          words.total(numbers.money(received), unit, numbers.chance(target > 0 ? received / target : 0)),
          ...(known ? [words.against(numbers.money(lastYear), unit)] : []),
          words.grades(count('RED'), count('ORANGE'), count('YELLOW'), count('GREEN')),
        ],
      },
      { heading: words.townships, paragraphs: [], table: byTownship },
      urgent.length
        ? { heading: words.acting, paragraphs: [words.act(String(urgent.length))], table: toAct }
        : { heading: words.acting, paragraphs: [words.nobody] },
      { heading: words.villages, paragraphs: [], table: all, notes: [words.reading, words.provenance(month, bulletin.dataVersion)] },
    ],
    signatures: words.signatures,
  };
}
