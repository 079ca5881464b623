/**
 * Takes pictures of the notebook as people see it: the real server on a data folder of its own, at 1280 and 390 pixels,
 * light and dark. `npm run screenshots -- [folder]`, ./screenshots where none is named. `--readme` also renews the
 * picture that the README shows.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import chromium from '@sparticuz/chromium';
import { chromium as launcher, type Browser, type Page } from 'playwright-core';

const WIDTHS = [1280, 390] as const;
const THEMES = ['light', 'dark'] as const;
/** Taller pictures than this the browser's graphics cannot hold. */
const MOST_HEIGHT = 7800;
const README_PICTURE = join('scenarios', 'napo', 'notebook.png');
const MARGIN = 24;

/** What the launcher says of the pointer, and what a phone is: nothing hovers there, so what shows on hover always shows. */
const POINTER = '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';
const FINGER = '--blink-settings=primaryHoverType=1,availableHoverTypes=1,primaryPointerType=2,availablePointerTypes=2';

async function startServer(dataDirectory: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDirectory, DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const origin = /http:\/\/\S+/.exec(line)?.[0];
    if (origin) return { child, origin };
  }
  throw new Error('the server did not start');
}

async function openPage(browser: Browser, origin: string, width: number, theme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: 'zh-CN',
    hasTouch: width < 500,
    isMobile: width < 500,
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByRole('region').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The whole page, in as many pictures as its height needs. */
async function takePictures(page: Page, name: string): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: window.innerWidth, height: document.documentElement.scrollHeight }));
  for (let top = 0, part = 1; top < height; top += MOST_HEIGHT, part++) {
    const clip = { x: 0, y: top, width, height: Math.min(MOST_HEIGHT, height - top) };
    const path = `${name}${height > MOST_HEIGHT ? `-${part}` : ''}.png`;
    await page.screenshot({ path, clip, fullPage: true });
    console.log(path);
  }
}

async function openBrowser(width: number): Promise<Browser> {
  const wanted = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  const phone = width < 500;
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: phone ? [...wanted, FINGER] : wanted,
    ignoreDefaultArgs: phone ? [POINTER] : [],
  });
}

const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith('--')) ?? 'screenshots';
await mkdir(folder, { recursive: true });
const dataDirectory = await mkdtemp(join(tmpdir(), 'screenshots-'));
const { child, origin } = await startServer(dataDirectory);
const stopped = once(child, 'exit');
try {
  for (const width of WIDTHS) {
    const browser = await openBrowser(width);
    for (const theme of THEMES) {
      const page = await openPage(browser, origin, width, theme);
      await takePictures(page, join(folder, `notebook-${width}-${theme}`));
      await page.context().close();
    }
    await browser.close();
  }
  if (words.includes('--readme')) {
    const browser = await openBrowser(1280);
    const page = await openPage(browser, origin, 1280, 'light');
    const first = await page.getByRole('region', { name: /^结果/ }).last().boundingBox();
    const last = await page
      .getByRole('region', { name: /^村点图/ })
      .last()
      .boundingBox();
    if (!first || !last) throw new Error('the example has no outcome or no village field to show');
    const clip = { x: 0, y: first.y - MARGIN, width: 1280, height: last.y + last.height - first.y + 2 * MARGIN };
    await page.screenshot({ path: README_PICTURE, clip, fullPage: true });
    console.log(README_PICTURE);
    await browser.close();
  }
} finally {
  child.kill('SIGTERM');
  await stopped;
  await rm(dataDirectory, { recursive: true, force: true });
}
