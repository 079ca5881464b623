import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const CELL = '敏感性 · 要紧的假设';
const ROBUST = '稳健性 · 站得住吗';

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

const cells = [
  {
    id: 'five',
    kind: 'parameters',
    title: '五个村',
    scenario: {
      horizon: 2,
      trials: 500,
      options: [{ code: '厂房', mode: 'PROPERTY' }],
      policy: { neediest: { budget: 2_500_000, amount: 500_000, option: '厂房' } },
    },
  },
  { id: 'tornado', kind: 'sensitivity', title: '要紧的假设', scenario: 'five' },
  { id: 'robust', kind: 'robustness', title: '站得住吗', scenario: 'five', budget: 2_500_000 },
];

async function openOwn() {
  reader = await Reader.open(browser, server.origin);
  await reader.page.evaluate(
    (own) =>
      localStorage.setItem(
        'notebook/1357',
        JSON.stringify({ savedAt: '2020-06-12T00:00:00Z', notebook: { notebook: 1, title: '定', cells: own } }),
      ),
    cells,
  );
  await reader.page.reload();
  await reader.settled();
}

describe('the sensitivity', () => {
  it('runs when pressed, draws what matters most and says where its ranges come from', async () => {
    await openOwn();
    const cell = reader.cell(CELL);
    await cell.getByText('把每个假设分别调到合理的低值和高值').waitFor();
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await cell.getByText(/^最要紧的是“.+”：从 .+ 到 .+，差 \d+\.\d 村（误差 /).waitFor();
    const chart = cell.getByRole('application', { name: /每个假设单独变动，2021 年预计有多少村达标/ });
    await chart.focus();
    await chart.press('ArrowRight');
    await cell.getByText('范围从哪来').click();
    await cell.getByLabel('也算弄清它值多少').check();
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await cell.getByText(/^若分 250 万元之前能弄清一个假设|^分 250 万元之前，弄清其中任何一个假设都不会/).waitFor();
    expect(await cell.getByRole('region', { name: '弄清一个假设值多少' }).getByRole('row').count()).toBe(7);
    const rows = await cell.getByRole('region', { name: '范围从哪来' }).getByRole('row').count();
    expect(rows).toBeGreaterThan(10);
  });
});

describe('the robustness', () => {
  it('runs when pressed, draws plans by views, says what is worst, and lists whom every view funds', async () => {
    await openOwn();
    const cell = reader.cell(ROBUST);
    await cell.getByText('同一笔钱的几种分法').waitFor();
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await cell.getByText(/种看法.+最坏的是“.+”：预计 \d+\.\d 村达标（误差 .+最大遗憾最小的是“/).waitFor();
    const chart = cell.getByRole('application', { name: /各种看法下，2021 年预计达标的村/ });
    await chart.focus();
    await chart.press('ArrowRight');
    expect(await cell.getByRole('region', { name: '逐个分法' }).getByRole('row').count()).toBe(6);
    await cell.getByText('逐个看法').click();
    expect(await cell.getByRole('region', { name: '逐个看法' }).getByRole('row').count()).toBe(9);
    await cell.getByText('哪些村每种看法都拨到').click();
    await cell.getByRole('region', { name: '哪些村每种看法都拨到' }).getByText('9 / 9').first().waitFor();
  });
});
