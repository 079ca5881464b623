import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../server/base/errors/catalogue.js';

const FOLDER = 'server/base/errors';

test('no code of the catalogue is written twice: a spread would silently keep only one', () => {
  const codes = readdirSync(FOLDER).flatMap((file) =>
    [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): \{/gm)].map((match) => match[1]!),
  );
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.sort()).toEqual(Object.keys(catalogue).sort());
});

test.each(Object.entries(catalogue))('%s says itself in both languages', (_, { zh, en }) => {
  const details = { value: 'x', suggestions: ['y'] };
  expect(zh(details)).toMatch(/[\u4e00-\u9fff]/);
  expect(zh(details)).not.toMatch(/[\u4e00-\u9fff][,;:?]/);
  expect(en(details)).toMatch(/[a-z]{2} [a-z]/);
});
