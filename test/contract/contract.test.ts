import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The operations that the product answers; one is added here as soon as it is. */
const OPERATIONS = [
  'Counties',
  'Villages',
  'Income',
  'ModelFit',
  'Projection',
  'Comparison',
  'ResponseCurve',
  'StartProjection',
  'Job',
  'CancelJob',
  'JobProgress',
];

test('schema.graphql holds the contract', () => {
  const said = execFileSync(process.execPath, ['test/contract/check.mjs', ...OPERATIONS], { encoding: 'utf8' });
  expect(said).toBe(`${OPERATIONS.length} operations hold\n`);
});
