import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser, Download } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlainSvg } from '../../../server/pictures/plain-svg.js';
import { openBrowser } from '../browser/open-browser.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

/**
 * Every chart of the kit on sample numbers, as its own menu saves it, held against the pictures that are kept beside this file: look at
 * them there. `npx vitest run test/web/charts/pictures.test.ts -u` draws them anew; look before you commit.
 */
const root = join(import.meta.dirname, 'gallery');
const PICTURES = join(import.meta.dirname, 'pictures');

let outDir: string;
let gallery: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'gallery-'));
  const options = { root, configFile: false, logLevel: 'warn' } as const;
  await build({
    ...options,
    plugins: [svelte({ configFile: '../../../../svelte.config.js' })],
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  [gallery, browser] = await Promise.all([preview({ ...options, build: { outDir }, preview: { port: 0 } }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
  await rm(outDir, { recursive: true, force: true });
});

describe.each([
  ['on a page of 720 px', 720, ''],
  ['on a phone', 360, '-narrow'],
] as const)('the charts %s', (_where, width, ending) => {
  it('are drawn as they are kept', async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', colorScheme: 'dark' });
    const page = await context.newPage();
    for (const name of Object.keys(SAMPLE_CHARTS)) {
      // Anew for each: a browser lets one page save ten files, and asks from then on.
      await page.goto(gallery.resolvedUrls!.local[0]!);
      const section = page.locator(`#${name}`);
      await section.locator('summary').click();
      const waiting: Promise<Download> = page.waitForEvent('download');
      await section.getByRole('button', { name: 'SVG', exact: true }).click();
      const drawn = await readFile((await (await waiting).path())!, 'utf8');
      checkPlainSvg(drawn);
      await expect(drawn).toMatchFileSnapshot(join(PICTURES, `${name}${ending}.svg`));
    }
    await context.close();
  });
});
