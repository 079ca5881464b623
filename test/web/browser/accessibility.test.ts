import axe, { type AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

let server: RunningServer;
let browser: Browser;
let reader: Reader;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => reader.close());

/** What axe-core finds serious or critical on the page as it stands, each with the elements it concerns. */
async function serious(): Promise<readonly string[]> {
  await reader.page.evaluate(axe.source);
  const { violations } = await reader.page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`));
}

it('what is hard to read or has no name is found', async () => {
  reader = await Reader.open(browser, server.origin);
  await reader.page.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    pale.style.color = '#ddd';
    pale.style.background = '#fff';
    document.querySelector('main')!.prepend(pale, document.createElement('input'));
  });
  expect((await serious()).map((one) => one.split(':')[0])).toEqual(['color-contrast', 'label']);
});

// Contrast is a matter of the scheme and layout one of the width: two of the four pairs show both of each.
const looks = [
  ['light', 1280],
  ['dark', 390],
] as const;

describe.each(looks)('axe-core finds nothing serious in %s at %i px', (colorScheme, width) => {
  const options = { viewport: { width, height: 900 }, colorScheme, hasTouch: width < 500, reducedMotion: 'reduce' } as const;

  it('on the notebook, its palette and its keys', async () => {
    reader = await Reader.open(browser, server.origin, options);
    expect(await serious()).toEqual([]);
    await reader.page.keyboard.press('Control+k');
    await reader.page.getByRole('combobox', { name: '命令与搜索' }).fill('村');
    expect(await serious()).toEqual([]);
    await reader.page.keyboard.press('Escape');
    await reader.page.keyboard.press('?');
    await reader.page.getByRole('dialog').waitFor();
    expect(await serious()).toEqual([]);
  });

  it('on the registers and the defaults of the workspace', async () => {
    reader = await Reader.open(browser, server.origin, options);
    await reader.page.goto(`${server.origin}/workspace`);
    await reader.page.getByRole('textbox').first().waitFor();
    expect(await serious()).toEqual([]);
    await reader.page.goto(`${server.origin}/registers`);
    await reader.page.getByRole('table').first().waitFor();
    expect(await serious()).toEqual([]);
  });
});
