import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const COMPARISON = /^比较 · /;
const CALIBRATION = /^校准 · /;

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

describe('the comparison', () => {
  it('shows every scenario against the baseline, with errors, a sentence and the villages that change', async () => {
    reader = await Reader.open(browser, server.origin);
    const cell = reader.cell(COMPARISON);
    const rows = await cell.getByRole('table').first().getByRole('row').allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/照趋势走.*基准.*0.*\d+\.\d ±0\.\d.*\d+–\d+.*—/s);
    expect(rows[3]).toMatch(/每村 50 万元.*4,600.*\d+\.\d ±0\.\d.*\+\d+\.\d ±0\.\d.*\d+%.*\d+/s);
    await cell.getByText(/比“照趋势走”多 \d+\.\d 村\(±0\.\d\)，有 \d+% 的情景更好/).waitFor();
    await cell.getByText(/排名已稳/).waitFor();
    await cell.getByText('哪些村变化最大').click();
    await cell.getByText('感怀村').first().waitFor();
  });

  it('follows what is ticked, and says so where nothing is left to compare', async () => {
    reader = await Reader.open(browser, server.origin);
    const cell = reader.cell(COMPARISON);
    await cell.getByRole('checkbox', { name: '计划做到八成' }).uncheck();
    await cell.getByText('已过期').waitFor();
    await reader.settled();
    expect(await cell.getByRole('table').first().getByRole('row').count()).toBe(3);
    await cell.getByRole('checkbox', { name: /每村 50 万元/ }).uncheck();
    await cell.getByText('还没有可比的').waitFor();
  });
});

describe('the calibration', () => {
  it('runs when pressed, and says how few years stand behind it', async () => {
    reader = await Reader.open(browser, server.origin);
    const cell = reader.cell(CALIBRATION);
    await cell.getByText('站在过去某一年').waitFor();
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await cell.getByText(/^2 年、\d+ 次预测：说 \d+% 时/).waitFor();
    await cell.getByText(/真正独立的只有 2 个县年/).waitFor();
    const rows = await cell.getByRole('table').first().getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.slice(0, 3))).toEqual(['50%', '80%', '95%']);
    await cell.getByLabel('站在').selectOption({ label: '当年 6 月底' });
    expect(await cell.getByText('已过期').count()).toBe(0);
  });
});

describe('the bulletin', () => {
  it('tells who has reported, who needs somebody, data before income, and how a chance moved over the year', async () => {
    reader = await Reader.open(browser, `${server.origin}/notebooks/bulletin`);
    const cell = reader.cell(/^通报 · /);
    await cell.getByText('还缺 10 村').waitFor();
    const villages = cell.getByRole('group', { name: '村', exact: true }).getByRole('row');
    expect(await villages.nth(1).innerText()).toMatch(/■ 红\s.*没有上报.*；今年还没有到账/s);
    const needing = await villages.count();
    await cell.getByLabel('列出').selectOption({ label: '所有的村' });
    expect(await villages.count()).toBe(131);
    expect(needing).toBeLessThan(131);
    await cell.getByRole('combobox', { name: '乡镇' }).selectOption({ label: '平孟镇' });
    await reader.settled();
    expect(await villages.count()).toBe(11);
    const year = reader.cell(/^今年逐月 · /);
    await year.getByText(/^年初达标的可能是 \d+%，到 5 月底是 \d+%。变化最大的是 \d 月，/).waitFor();
    await year.getByText('今年每月从哪来、来了多少').first().click();
    expect(await year.getByRole('group', { name: '今年每月从哪来、来了多少' }).getByRole('row').count()).toBeGreaterThan(5);
  });
});
