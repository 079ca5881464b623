import { expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { languageOf, readImportArguments } from '../../server/commands/import-arguments.js';

test('flags may stand anywhere, with a blank or an equals sign', () => {
  const expected = { task: 'import', paths: ['a', 'b.csv'], dryRun: true, unit: 'wan', asOf: monthOf(2020, 5) };
  expect(readImportArguments(['a', '--dry-run', '--unit', 'wan', 'b.csv', '--as-of', '2020-05'])).toEqual(expected);
  expect(readImportArguments(['--unit=万元', '--as-of=2020年5月', 'a', 'b.csv', '--dry-run', '--language=en'])).toEqual(expected);
  expect(readImportArguments(['a'])).toEqual({ task: 'import', paths: ['a'], dryRun: false });
  expect(readImportArguments(['--undo', '12'])).toEqual({ task: 'undo', batch: 12 });
  expect(readImportArguments(['--batches', '--language', 'zh'])).toEqual({ task: 'batches' });
});

test('the language is Chinese unless English is asked for', () => {
  expect([languageOf([]), languageOf(['--language', 'en']), languageOf(['--language=en']), languageOf(['--language', 'fr'])]).toEqual([
    'zh',
    'en',
    'en',
    'zh',
  ]);
});

test('wrong arguments are told, each with what is right', () => {
  const code = (...args: string[]) => {
    try {
      return readImportArguments(args).task;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code()).toBe('NOTHING_TO_IMPORT');
  expect(code('--dry-run')).toBe('NOTHING_TO_IMPORT');
  expect(code('a', '--dryrun')).toBe('UNKNOWN_ARGUMENT');
  expect(code('a', '--dry-run=yes')).toBe('UNKNOWN_ARGUMENT');
  expect(code('a', '--unit', 'fen')).toBe('BAD_ARGUMENT');
  expect(code('a', '--unit')).toBe('BAD_ARGUMENT');
  expect(code('a', '--as-of', 'May')).toBe('BAD_ARGUMENT');
  expect(code('--undo', '0')).toBe('BAD_ARGUMENT');
  expect(code('--undo', '1', '--dry-run')).toBe('ARGUMENTS_CONFLICT');
  expect(code('--batches', 'a')).toBe('ARGUMENTS_CONFLICT');
});
