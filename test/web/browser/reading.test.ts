import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const PLAN = '参数 · 计划做到八成';
const FIELD = '村点图 · 哪些村有把握,哪些村没有'.replace(',', '\uff0c');

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

describe('by keyboard', () => {
  it('reaches the sliders by Tab and moves them by arrows', async () => {
    reader = await Reader.open(browser, server.origin);
    const slider = reader.slider(PLAN, '产业 · 达成度');
    await reader.slider(PLAN, '产业 · 计划年增长').focus();
    for (let step = 0; step < 2; step++) await reader.page.keyboard.press('Tab');
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    await reader.page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).toBe('0.81');
    expect(await slider.getAttribute('aria-valuetext')).toBe('81%');
    await reader.page.keyboard.press('Control+z');
    expect(await slider.inputValue()).toBe('0.8');
  });

  it('shows where the focus is, on everything that Tab reaches', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.keyboard.press('Tab');
    for (let step = 0; step < 40; step++) {
      await reader.page.keyboard.press('Tab');
      const bare = await reader.page.evaluate(() => {
        const element = document.activeElement!;
        const marked = [element, element.parentElement!].some((one) => getComputedStyle(one).outlineStyle !== 'none');
        return marked ? undefined : element.outerHTML.slice(0, 200);
      });
      expect(bare).toBeUndefined();
    }
  });

  it('reads a chart point by point, and opens a village from it', async () => {
    reader = await Reader.open(browser, server.origin);
    const chart = reader.cell(FIELD).getByRole('application');
    await chart.focus();
    await reader.page.keyboard.press('End');
    const spoken = reader.cell(FIELD).locator('[aria-live]');
    expect(await spoken.textContent()).toMatch(/达标可能 \S+\(误差 /);
    const name = ((await spoken.textContent()) ?? '').split('(')[0]!;
    await reader.page.keyboard.press('Enter');
    await reader.settled();
    await reader.page
      .getByRole('region')
      .filter({ hasText: `${name}` })
      .filter({ hasText: '每年都达标的可能' })
      .first()
      .waitFor();
  });

  it('has a table for every chart', async () => {
    reader = await Reader.open(browser, server.origin);
    const buttons = reader.page.getByRole('button', { name: /看表$/ });
    const count = await buttons.count();
    expect(count).toBe(await reader.page.getByRole('application').count());
    for (let left = count; left > 0; left--) await buttons.first().click();
    expect(await reader.page.getByRole('application').count()).toBe(0);
    expect(await reader.cell(FIELD).getByRole('row').count()).toBe(131);
  });

  it('lists its keys on ?', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('main').focus();
    await reader.page.keyboard.press('?');
    await reader.page.getByRole('dialog', { name: '快捷键' }).getByText('撤销、重做').waitFor();
    await reader.page.keyboard.press('Escape');
    expect(await reader.page.getByRole('dialog').count()).toBe(0);
  });
});

describe('on any screen', () => {
  it.each([390, 768, 1280])('fits %i px', async (width) => {
    reader = await Reader.open(browser, server.origin, { viewport: { width, height: 800 }, hasTouch: width < 500 });
    const wide = await reader.page.evaluate(() => {
      const over = document.documentElement.scrollWidth - window.innerWidth;
      const texts = [...document.querySelectorAll('svg text')].filter(
        (text) => text.getBoundingClientRect().right > window.innerWidth + 0.5,
      );
      const sizes = [...document.querySelectorAll('svg text')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
      return { over, outside: texts.map((text) => text.textContent), smallest: Math.min(...sizes) };
    });
    expect(wide).toEqual({ over: 0, outside: [], smallest: 12 });
  });

  it('follows the theme of the system, and the choice of the reader', async () => {
    reader = await Reader.open(browser, server.origin, { colorScheme: 'dark' });
    const ground = () => reader.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await ground()).toBe('rgb(23, 21, 19)');
    await reader.page.getByRole('button', { name: '设置' }).click();
    await reader.page.getByText('浅色', { exact: true }).click();
    expect(await ground()).toBe('rgb(251, 250, 248)');
    await reader.page.reload();
    await reader.settled();
    expect(await ground()).toBe('rgb(251, 250, 248)');
  });

  it('speaks English when asked, in yuan, and 元 in Chinese', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('button', { name: '设置' }).click();
    await reader.page.getByText('元', { exact: true }).click();
    await reader.page
      .getByText(/^[\d,]{7,} 元$/)
      .first()
      .waitFor();
    await reader.page.getByText('English', { exact: true }).click();
    await reader.page.getByText('Demonstration data (synthetic)').waitFor();
    await reader.page
      .getByText(/villages are expected to reach their target \(90% interval/)
      .first()
      .waitFor();
    await reader.page
      .getByText(/^¥[\d,]{7,}$/)
      .first()
      .waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.lang)).toBe('en');
    // A reader of English who has nothing of their own yet finds an example to read.
    await reader.page.goto(server.origin);
    await reader.settled();
    expect(await reader.page.getByRole('textbox', { name: 'Title of the notebook' }).inputValue()).toBe(
      'Can all 130 villages reach their target in 2020?',
    );
    await reader
      .cell(/How many reach in 2020 if the trend goes on/)
      .getByText(/villages are expected to reach/)
      .waitFor();
  });

  it('moves nothing for readers who want it so', async () => {
    reader = await Reader.open(browser, server.origin, { reducedMotion: 'reduce' });
    const moving = await reader.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0).length,
    );
    expect(moving).toBe(0);
  });
});
