import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const CELL = '敏感性 · 要紧的假设';
const ROBUST = '稳健性 · 站得住吗';
const BEST = '最优分配 · 给谁';

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

const five = {
  id: 'five',
  kind: 'parameters',
  title: '五个村',
  scenario: {
    horizon: 2,
    trials: 500,
    options: [{ code: '厂房', mode: 'PROPERTY' }],
    policy: { neediest: { budget: 2_500_000, amount: 500_000, option: '厂房' } },
  },
};
const cells = [
  five,
  { id: 'tornado', kind: 'sensitivity', title: '要紧的假设', scenario: 'five' },
  { id: 'robust', kind: 'robustness', title: '站得住吗', scenario: 'five', budget: 2_500_000 },
  { id: 'ways', kind: 'policies', title: '几种分法', scenario: 'five', budget: 2_500_000 },
];

const onTop = [
  five,
  { id: 'best', kind: 'allocation', title: '给谁', scenario: 'five', rule: { budget: 1_000_000, max: 500_000, options: ['厂房'] } },
  { id: 'adopted', kind: 'adopted-plan', title: '定方案', scenario: 'five' },
];

async function openOwn(written: readonly object[] = cells) {
  reader = await Reader.open(browser, server.origin);
  await reader.page.evaluate(
    (own) =>
      localStorage.setItem(
        'notebook/1357',
        JSON.stringify({ savedAt: '2020-06-12T00:00:00Z', notebook: { notebook: 1, title: '定', cells: own } }),
      ),
    written,
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
    await cell.getByLabel('纵向').selectOption({ index: 1 });
    await cell.getByLabel('横向').selectOption({ index: 2 });
    await cell.getByText('选好了。按上面的“运行”来算。').waitFor();
    await cell.getByLabel('也算弄清它值多少').check();
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await cell.getByText(/^若分 250 万元之前能弄清一个假设|^分 250 万元之前，弄清其中任何一个假设都不会/).waitFor();
    expect(await cell.getByRole('region', { name: '弄清一个假设值多少' }).getByRole('row').count()).toBe(7);
    await cell.getByRole('application', { name: /一起变，2021 年预计有多少村达标/ }).focus();
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
    await cell.getByText(/种看法.+最坏的是“.+”：预计 \d+\.\d 村达标（误差 .+(最大遗憾最小的是“|无论哪种看法成真，“)/).waitFor();
    const chart = cell.getByRole('application', { name: /各种看法下，2021 年预计达标的村/ });
    await chart.focus();
    await chart.press('ArrowRight');
    expect(await cell.getByRole('region', { name: '逐个分法' }).getByRole('row').count()).toBe(7);
    await cell.getByText('逐个看法').click();
    expect(await cell.getByRole('region', { name: '逐个看法' }).getByRole('row').count()).toBe(9);
    await cell.getByText('哪些村每种看法都拨到').click();
    await cell.getByRole('region', { name: '哪些村每种看法都拨到' }).getByText('9 / 9').first().waitFor();

    const ways = reader.cell('分法比较 · 几种分法');
    await ways.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    await ways.getByText(/^250 万元以内，“.+”达标的村最多：预计 \d+\.\d 村（误差 .+每多一村 \d/).waitFor();
    const names = await ways.getByRole('region', { name: '2021 年，250 万元的几种分法' }).getByRole('rowheader').allInnerTexts();
    expect(names.map((name) => name.split('\n')[0])).toEqual([
      '不拨款',
      '均分',
      '每村定额',
      '缺口大的优先',
      '按缺口分',
      '最优分配',
      '本方案的拨款',
    ]);
    await ways.getByRole('application', { name: '2021 年各乡镇预计达标的村占多少' }).focus();
  });
});

describe('the allocation', () => {
  it('finds a plan on top of what is given, says what is wrong, and becomes a scenario that can be adopted and taken back', async () => {
    await openOwn(onTop);
    const cell = reader.cell(BEST);
    await cell.getByText(/^给 \d+ 个村共 100 万元，预计达标 \d+\.\d 村；不给这笔钱是 \d+\.\d 村。$/).waitFor();
    await cell.getByText(/追加资金：方案里已经给了 5 个村共 250 万元，这笔在其之上。$/).waitFor();
    await cell.getByRole('row', { name: /^证明 最优 已证明/ }).waitFor();
    await cell.getByText(/^没有给的 \d+ 个村/).click();
    expect(await cell.getByText(/同样的钱用在别处|还不符合扶持条件/).count()).toBeGreaterThan(20);

    const budget = cell.getByLabel('预算', { exact: true });
    await budget.fill('1');
    await budget.press('Enter');
    await reader.settled();
    await cell.getByText(/^预算 10000 元连最小的一笔（50000 元）也不够/).waitFor();
    await budget.fill('100');
    await budget.press('Enter');
    await reader.settled();

    const chart = cell.getByRole('application', { name: /每一笔预算最多能做到多少/ });
    await chart.focus();
    await chart.press('End');
    await chart.press('Enter');
    await reader.settled();
    await cell.getByText(/^给 \d+ 个村共 200 万元/).waitFor();

    await cell.getByRole('button', { name: '把这个方案变成参数' }).click();
    const adopted = reader.cell('已定方案 · 定方案');
    await adopted.getByLabel(/^方案 /).selectOption({ label: '最优分配 200 万元' });
    await reader.settled();
    await adopted.getByText(/^给 \d+ 个村共 450 万元，预计 \d+\.\d 村达标/).waitFor();
    await reader.page.getByRole('button', { name: '撤销' }).click();
    await reader.page.getByRole('button', { name: '撤销' }).click();
    expect(await reader.cell('参数 · 最优分配 200 万元').count()).toBe(0);
  });
});
