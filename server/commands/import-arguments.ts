import { type Language, Problem } from '../base/errors/problem.js';
import type { MoneyUnit } from '../base/money.js';
import { type Month, parseMonth } from '../base/month.js';
import { suggestions } from '../base/suggestion.js';

/** What the import command is asked to do. */
export type ImportRequest =
  | {
      readonly task: 'import';
      readonly paths: readonly string[];
      readonly dryRun: boolean;
      readonly unit?: MoneyUnit;
      readonly asOf?: Month;
    }
  | { readonly task: 'undo'; readonly batch: number }
  | { readonly task: 'batches' }
  | { readonly task: 'help' };

const UNITS: Readonly<Record<string, MoneyUnit>> = { yuan: 'yuan', 元: 'yuan', wan: 'wan', 万元: 'wan', 万: 'wan' };
const SWITCHES = ['--dry-run', '--batches', '--help'];
const VALUED = ['--unit', '--as-of', '--language', '--undo'];

/** The language that the arguments ask for, also where they are wrong otherwise. */
export function languageOf(args: readonly string[]): Language {
  const index = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const value = args[index]?.includes('=') ? args[index].split('=')[1] : args[index + 1];
  return index >= 0 && value === 'en' ? 'en' : 'zh';
}

/**
 * Reads the arguments behind `npm run import --`. Throws UNKNOWN_ARGUMENT, BAD_ARGUMENT, ARGUMENTS_CONFLICT or
 * NOTHING_TO_IMPORT.
 */
export function readImportArguments(args: readonly string[]): ImportRequest {
  const paths: string[] = [];
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (!arg.startsWith('--')) {
      paths.push(arg);
      continue;
    }
    const [name = '', ...rest] = arg.split('=');
    if (SWITCHES.includes(name) && !rest.length) given.set(name, '');
    else if (VALUED.includes(name)) given.set(name, rest.length ? rest.join('=') : (args[++index] ?? ''));
    else throw new Problem('UNKNOWN_ARGUMENT', { value: arg, suggestions: suggestions(name, [...SWITCHES, ...VALUED]) });
  }
  const language = given.get('--language');
  if (language !== undefined && language !== 'zh' && language !== 'en') {
    throw new Problem('BAD_ARGUMENT', { argument: '--language', value: language, allowed: 'zh, en' });
  }
  if (given.has('--help')) return { task: 'help' };
  const alone = ['--undo', '--batches'].find((name) => given.has(name));
  if (alone !== undefined) {
    if (paths.length || [...given.keys()].some((name) => name !== alone && name !== '--language')) {
      throw new Problem('ARGUMENTS_CONFLICT', { value: alone });
    }
    return alone === '--batches' ? { task: 'batches' } : { task: 'undo', batch: readBatch(given.get('--undo')!) };
  }
  if (!paths.length) throw new Problem('NOTHING_TO_IMPORT');
  return { task: 'import', paths, dryRun: given.has('--dry-run'), ...readUnit(given.get('--unit')), ...readAsOf(given.get('--as-of')) };
}

function readBatch(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Problem('BAD_ARGUMENT', { argument: '--undo', value, allowed: '1, 2, 3 …' });
  return Number(value);
}

function readUnit(value: string | undefined): { unit?: MoneyUnit } {
  if (value === undefined) return {};
  const unit = UNITS[value];
  if (!unit) throw new Problem('BAD_ARGUMENT', { argument: '--unit', value, allowed: 'yuan, wan' });
  return { unit };
}

function readAsOf(value: string | undefined): { asOf?: Month } {
  if (value === undefined) return {};
  const asOf = parseMonth(value);
  if (asOf === undefined) throw new Problem('BAD_ARGUMENT', { argument: '--as-of', value, allowed: '2020-05, 2020/5, 2020年5月' });
  return { asOf };
}
