import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a run with a failing test fails: nothing that the tests are set up with changes the exit code', () => {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/setup/failing/vitest.config.ts'];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  expect(run.stdout).toContain('1 failed');
  expect(run.status).toBe(1);
});
