import { defineConfig } from 'vitest/config';

export default defineConfig({
  // type-graphql is CommonJS: both must see the same copy of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // What is waited for comes late on a busy machine; the time it takes is for the bench.
    expect: { poll: { timeout: 30_000 } },
  },
});
