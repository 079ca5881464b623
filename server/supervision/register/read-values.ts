import { Problem, type ProblemDetails } from '../../base/errors/problem.js';
import type { ProblemCode } from '../../base/errors/catalogue.js';
import { formatMonth, parseMonth } from '../../base/month.js';
import { toFen } from '../../base/money.js';
import type { Field, Value } from './field.js';
import type { Fields, Values } from './register.js';

const MOST_CHARACTERS = { text: 200, longText: 4_000 } as const;
const MOST_DOCUMENTS = 20;
/** A hundred million million yuan: beyond any county's money, and exact in fen. */
const MOST_YUAN = 1e13;

/**
 * Reads what was written into the fields of an entry: text trimmed, money turned into fen, every fault told. Whether the codes
 * that fields refer to exist is not asked here.
 * @param written by field; null and blank text are empty, undefined keeps what was there
 * @param kept what the entry holds so far
 */
export function readValues(
  fields: Fields,
  written: Readonly<Record<string, unknown>>,
  kept: Values = {},
): { values: Values; problems: Problem[] } {
  const problems: Problem[] = [];
  const values: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fields)) {
    const fault = (code: ProblemCode, details: ProblemDetails = {}): null => {
      problems.push(new Problem(code, { labelZh: field.label.zh, labelEn: field.label.en, ...details }, [name]));
      return null;
    };
    if (written[name] === undefined && kept[name] !== undefined) {
      values[name] = kept[name];
      continue;
    }
    const given = emptied(written[name]);
    if (given === null) values[name] = field.kind === 'documents' ? [] : field.required ? fault('FIELD_REQUIRED') : null;
    else values[name] = readValue(field, given, fault);
  }
  return { values, problems };
}

function emptied(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

type Fault = (code: ProblemCode, details?: ProblemDetails) => null;

function readValue(field: Field, given: unknown, fault: Fault): Value {
  switch (field.kind) {
    case 'flag':
      return given === true;
    case 'documents': {
      const ids = Array.isArray(given) ? given.map(String) : [String(given)];
      return ids.length > MOST_DOCUMENTS ? fault('FIELD_OUT_OF_RANGE', { value: ids.length, least: 0, most: MOST_DOCUMENTS }) : ids;
    }
    case 'amount': {
      const yuan = Number(given);
      const least = field.signed ? -MOST_YUAN : 0;
      return yuan >= least && yuan <= MOST_YUAN
        ? toFen(yuan)
        : fault('FIELD_OUT_OF_RANGE', { value: String(given), least, most: MOST_YUAN });
    }
    case 'share':
      return inRange(given, { least: 0, most: 1 }, fault);
    case 'year':
      return inRange(given, { least: 1949, most: 2199, whole: true }, fault);
    case 'whole':
      return inRange(given, { least: field.least, most: field.most, whole: true }, fault);
    case 'choice': {
      const choices = Object.entries(field.choices);
      const chosen = choices.find(([code, { zh, en }]) => [code, zh, en].includes(String(given).trim()));
      return chosen
        ? chosen[0]
        : fault('FIELD_NOT_A_CHOICE', { value: String(given), choices: choices.map(([, { zh }]) => zh).join('、') });
    }
    case 'day': {
      const written = String(given).trim();
      return isDay(written) ? written : fault('FIELD_NOT_A_DAY', { value: written });
    }
    case 'month': {
      const month = parseMonth(String(given));
      return month === undefined ? fault('FIELD_NOT_A_MONTH', { value: String(given) }) : formatMonth(month);
    }
    default: {
      const text = String(given).trim();
      const most = field.kind === 'longText' ? MOST_CHARACTERS.longText : MOST_CHARACTERS.text;
      const length = [...text].length;
      return length > most ? fault('FIELD_TOO_LONG', { value: length, most }) : text;
    }
  }
}

function inRange(given: unknown, { least, most, whole = false }: { least: number; most: number; whole?: boolean }, fault: Fault): Value {
  const number = Number(given);
  const taken = number >= least && number <= most && (!whole || Number.isInteger(number));
  return taken ? number : fault('FIELD_OUT_OF_RANGE', { value: String(given), least, most });
}

/** Whether a text is a day of the calendar, written 2020-05-31, between 1949 and 2199. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1949 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
