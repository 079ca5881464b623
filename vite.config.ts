import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { pageFont } from './web/fonts/font-plugin.js';

const api = `http://127.0.0.1:${process.env['PORT'] ?? 4000}`;

/** What the page may show of its own: its words, the API's messages, the example's names and texts. */
const TEXTS = ['web', 'server/base', 'server/scenario', 'server/supervision', 'scenarios/napo'];

export default defineConfig({
  root: 'web',
  plugins: [svelte({ configFile: '../svelte.config.js' }), pageFont(import.meta.dirname, TEXTS)],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // County offices run browsers some years behind; these are the oldest it works in.
    target: ['chrome110', 'edge110', 'firefox115', 'safari16.4'],
  },
  server: { port: 5173, proxy: { '/graphql': api, '/schema.graphql': api } },
});
