import { readFile } from 'node:fs/promises';
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

const TREND = '参数 · 照趋势走';
const TREND_OUTCOME = '结果 · 照趋势走，2020 年有多少村达标';

it('a presentation hides the machinery, pages by keys, and its sliders work', async () => {
  reader = await Reader.open(browser, server.origin);
  const { page } = reader;
  await page.getByRole('button', { name: '演示' }).click();
  const bar = page.getByRole('toolbar', { name: /^演示/ });
  await bar.getByText('1 / 13').waitFor();
  expect(await bar.getByText('示例数据(合成)').count()).toBe(1);
  expect(await page.getByRole('button', { name: /^(设置|下移|删除|加一格)/ }).count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await bar.getByText('2 / 13').waitFor();
  await expect.poll(() => reader.cell(TREND).evaluate((cell) => cell.getBoundingClientRect().top < 60)).toBe(true);

  const slider = reader.slider(TREND, '产业 · 达成度');
  await reader.slide(slider, 'ArrowRight', 1);
  expect(await slider.inputValue()).not.toBe('0');
  expect(await bar.getByText('2 / 13').count()).toBe(1);
  await page.keyboard.press('PageDown');
  await bar.getByText('3 / 13').waitFor();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: '设置' }).count()).toBe(1);
});

describe('a link', () => {
  it('opens the state that was copied, to be read: what is changed there is not saved', async () => {
    reader = await Reader.open(browser, server.origin, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = reader;
    await reader.slide(reader.slider(TREND, '产业 · 达成度'), 'End', 1);
    await page.getByText(/^已保存/).waitFor();
    await reader.settled();
    const reaching = await reader.reaching(TREND_OUTCOME);
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await reader.slide(reader.slider(TREND, '产业 · 达成度'), 'Home', 1);
    await page.getByText(/^已保存/).waitFor();

    await page.goto(link);
    await reader.settled();
    expect(await reader.reaching(TREND_OUTCOME)).toBe(reaching);
    await page.getByText('数据与链接时相同').waitFor();
    expect(await page.getByRole('button', { name: /^(下移|删除|加一格)/ }).count()).toBe(0);
    await reader.slide(reader.slider(TREND, '产业 · 达成度'), 'Home', 1);
    await reader.settled();
    await page.reload();
    await reader.settled();
    expect(await reader.slider(TREND, '产业 · 达成度').inputValue()).toBe('1');

    await page.getByRole('button', { name: '复制后编辑' }).click();
    await page.getByText(/^已保存/).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('says when the data have changed since, and when the state is not kept', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.goto(`${server.origin}/notebooks/1357?read=7&data=0123456789abcdef`);
    await reader.settled();
    await reader.page.getByText('数据变过：链接时 0123456789ab').waitFor();
    expect(await reader.page.getByText('链接的那一份已不再保留').count()).toBe(1);
  });
});

it('is saved as one file that shows all of it without server, network or script', async () => {
  reader = await Reader.open(browser, server.origin, { acceptDownloads: true, colorScheme: 'dark' });
  const reaching = await reader.reaching(TREND_OUTCOME);
  await reader.page.getByRole('button', { name: '设置' }).click();
  const [download] = await Promise.all([
    reader.page.waitForEvent('download'),
    reader.page.getByRole('button', { name: '存为离线网页' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2020 年 130 个村能不能都达标.html');
  const written = await readFile(await download.path(), 'utf8');
  expect(written).not.toMatch(/<script|\son[a-z]+=|url\((?!['"]?data:)|<link|@import/i);

  const context = await browser.newContext({ offline: true, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.setContent(written);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('2020 年 130 个村能不能都达标');
  const outcome = page.getByRole('region', { name: TREND_OUTCOME });
  expect(await outcome.getByText(/^预计达标 \d+ 村/).textContent()).toBe(reaching);
  expect(await outcome.locator('svg').count()).toBeGreaterThan(0);
  await outcome.getByText(/^表格\(/).click();
  expect(await outcome.getByRole('row').count()).toBeGreaterThan(5);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByText('示例数据(合成)').waitFor();
  await page.getByText(/数据 [0-9a-f]{12} · 引擎/).waitFor();
  expect(await page.locator('button, input, select, textarea').count()).toBe(0);
  await context.close();
});

it('prints white A4 from the dark, with provenance at the foot of every sheet', async () => {
  reader = await Reader.open(browser, server.origin, { colorScheme: 'dark' });
  const { page } = reader;
  const foot = await page.evaluate(() =>
    document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('')).join(''),
  );
  expect(foot).toMatch(/那坡县 · 2020 年 130 个村能不能都达标 · 示例数据\(合成\) · 数据 [0-9a-f]{12} · 引擎 .*种子 1357/);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThan(12);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
  for (const name of ['设置', '删除', '加一格', '下载']) expect(await page.getByRole('button', { name }).count()).toBe(0);
});
