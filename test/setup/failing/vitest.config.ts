import { defineConfig } from 'vitest/config';

/** A run of one test that fails, set up like the real one. */
export default defineConfig({ test: { root: import.meta.dirname, include: ['fails.ts'], globalSetup: ['../postgres.ts'] } });
