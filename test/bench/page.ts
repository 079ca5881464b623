import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../web/browser/open-browser.js';
import { at } from './measure.js';
import { start, withDataDirectory } from './running.js';
import { atMost, kilobytes, ms, type Row, type Section } from './table.js';

const VISITS = 5;
const ASSETS = join('dist', 'web', 'assets');
const TEXT = /\.(js|css)$/;
/** A font's own style sheet says which file holds which characters: it belongs to the font. */
const FONT = /(\.woff2|\/noto-[^/]*\.css)$/;
const CODE = /^(?!.*\/noto-).*\.(js|css)$/;

/** Bytes of built files as they go over the wire; fonts are compressed already. */
const weigh = (names: readonly string[]): number =>
  names
    .map((name) => readFileSync(join(ASSETS, name)))
    .reduce((sum, bytes, index) => sum + (TEXT.test(names[index]!) ? gzipSync(bytes) : bytes).length, 0);

interface Visit {
  /** Milliseconds from the address to a slider that can be moved, to the first chart, and to all results. */
  readonly usable: number;
  readonly charted: number;
  readonly settled: number;
  /** Bytes over the wire of scripts and styles before the first chart, and of fonts. */
  readonly code: number;
  readonly fonts: number;
}

/** Opens the page in a browser that knows nothing of it yet. */
async function visit(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(origin, { waitUntil: 'commit' });
    const since = () => page.evaluate(() => performance.now());
    await page.getByRole('slider').first().waitFor();
    const usable = await since();
    await page.locator('[role="application"] svg, svg[role]').first().waitFor({ state: 'attached' });
    const charted = await since();
    await page.waitForFunction(
      () => document.querySelector('[role="slider"], input[type="range"]') && !document.querySelector('[aria-busy="true"]'),
    );
    const settled = await since();
    // By name alone: an automated browser tells no sizes.
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name, startTime, duration }) => ({ name, end: startTime + duration })),
    );
    const weightOf = (pattern: RegExp, until: number): number =>
      weigh(loaded.filter(({ name, end }) => pattern.test(name) && end <= until).map(({ name }) => basename(name)));
    const code = weightOf(CODE, charted);
    const fonts = weightOf(FONT, Number.POSITIVE_INFINITY);
    return { usable, charted, settled, code, fonts };
  } finally {
    await context.close();
  }
}

const middle = (visits: readonly Visit[], of: keyof Visit): number =>
  at(
    visits.map((one) => one[of]).sort((left, right) => left - right),
    0.5,
  );

/** The notebook in a real Chromium, on the same machine as its server. */
export const page: Section = {
  name: 'page',
  title: 'Page: a first visit in Chromium',
  measure: () =>
    withDataDirectory(async (directory): Promise<Row[]> => {
      const server = await start(directory);
      const browser = await openBrowser();
      try {
        await visit(browser, server.origin);
        const visits: Visit[] = [];
        for (let one = 0; one < VISITS; one++) visits.push(await visit(browser, server.origin));
        const [usable, code] = [middle(visits, 'usable'), middle(visits, 'code')];
        return [
          {
            what: 'scripts and styles before the first chart, compressed',
            measured: kilobytes(code),
            beside: `all that could be asked for: ${kilobytes(weigh(readdirSync(ASSETS).filter((name) => CODE.test(name))))}; fonts, subset, apart: ${kilobytes(middle(visits, 'fonts'))}`,
            wanted: atMost(200 * 1024, code, kilobytes),
          },
          {
            what: 'address to a slider that can be moved',
            measured: ms(usable),
            beside: `first chart ${ms(middle(visits, 'charted'))}, all results ${ms(middle(visits, 'settled'))}`,
            wanted: atMost(1_500, usable, ms),
          },
        ];
      } finally {
        await browser.close();
        await server.stop();
      }
    }),
};
