import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demonstrationFiles } from '../../server/intake/demonstration.js';

test('the reference case of the demonstration county is the demonstration county', () => {
  for (const [name, text] of Object.entries(demonstrationFiles())) {
    expect(
      readFileSync(join('test/fixtures/reference/cases/demonstration', name), 'utf8') === text,
      `${name} is out of date: see test/fixtures/reference/README.md`,
    ).toBe(true);
  }
});
