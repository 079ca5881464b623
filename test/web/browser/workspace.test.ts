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

/** Opens the page of the workspace's defaults from the menu of the notebook. */
async function open(options: Parameters<typeof Reader.open>[2] = {}): Promise<void> {
  reader = await Reader.open(browser, server.origin, options);
  // On a phone the pages are in the menu.
  if (options.viewport) await reader.page.getByRole('button', { name: '设置' }).click();
  await reader.page.getByRole('link', { name: '默认值', exact: true }).click();
  await reader.page.getByRole('heading', { level: 1, name: '工作区默认值' }).waitFor();
}

const field = (meaning: RegExp) => reader.page.getByRole('textbox', { name: meaning });

describe('workspace defaults', () => {
  it('are changed and reset by keyboard, and every change is listed', async () => {
    await open();
    const focused = () => field(/^预测年数/).evaluate((element) => element === document.activeElement);
    await field(/^预测年数/).fill('2');
    await reader.page.keyboard.press('Enter');
    await reader.page.getByText('horizon：3 → 2').waitFor();
    expect(await field(/^预测年数/).inputValue()).toBe('2');
    expect(await focused()).toBe(true);
    await reader.page.getByRole('button', { name: /^还原：预测年数/ }).press('Enter');
    await reader.page.getByText('horizon：2 → 3').waitFor();
    expect(await field(/^预测年数/).inputValue()).toBe('3');
    expect(await focused()).toBe(true);
    await reader.page.getByRole('link', { name: '笔记本', exact: true }).click();
    await reader.settled();
  });

  it('hold in the notebook, which says whose they are', async () => {
    await open();
    await field(/^预测年数/).fill('4');
    await reader.page.keyboard.press('Enter');
    await reader.page.getByText('horizon：3 → 4').waitFor();
    await reader.page.getByRole('link', { name: '笔记本', exact: true }).click();
    await reader.settled();
    await reader.page.getByRole('button', { name: '加一格：参数' }).click();
    const scenario = reader.cell('参数 · 新方案');
    expect(await scenario.getByRole('textbox', { name: '预测几年' }).inputValue()).toBe('4');
    await scenario.getByText(/照本单位在工作区定的默认值：\s*预测年数.* 4 年/).waitFor();
    await scenario.getByRole('link', { name: '工作区默认值' }).click();
    await reader.page.getByRole('button', { name: /^还原：预测年数/ }).press('Enter');
    await reader.page.getByText('horizon：4 → 3').waitFor();
  });

  it('that cannot be are refused where they stand, by the page and by the server', async () => {
    await open();
    await field(/^预测年数/).fill('11');
    await reader.page.keyboard.press('Enter');
    expect(await reader.page.getByRole('alert').textContent()).toMatch(/1.*10 年/);
    await reader.page.keyboard.press('Escape');
    expect(await reader.page.getByRole('alert').count()).toBe(0);
    await field(/^收入中断的先验：年数/).fill('0.5');
    await reader.page.keyboard.press('Enter');
    await reader.page
      .getByRole('alert')
      .getByText(/cessationPriorEvents/)
      .waitFor();
    await reader.page.getByText('还没有改过').or(reader.page.getByText('horizon：2 → 3')).waitFor();
  });

  it.each([390, 1280])('fit %i px', async (width) => {
    await open({ viewport: { width, height: 800 }, hasTouch: width < 500 });
    await field(/^预测年数/).waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await reader.page.getByRole('textbox').count()).toBe(30);
  });

  it('speak English to who reads the notebook in English, by their own address too', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('button', { name: '设置' }).click();
    await reader.page.getByText('English', { exact: true }).click();
    await reader.page.goto(`${server.origin}/workspace`);
    await reader.page.getByRole('heading', { level: 1, name: 'Workspace defaults' }).waitFor();
    await field(/^projected years/).waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
