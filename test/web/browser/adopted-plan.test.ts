import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../briefs/docx-text.js';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const CELL = '已定方案 · 定方案';

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

/** Seen from the end of 2018, so that all of 2019 is in. */
const cells = [
  {
    id: 'five',
    kind: 'parameters',
    title: '五个村',
    scenario: {
      asOf: '2018-12',
      horizon: 3,
      trials: 500,
      options: [{ code: '厂房', mode: 'PROPERTY' }],
      policy: { neediest: { budget: 2_500_000, amount: 500_000, option: '厂房' } },
    },
  },
  { id: 'adopted', kind: 'adopted-plan', title: '定方案', scenario: 'five' },
];

describe('a plan in the notebook', () => {
  it('is adopted, held against the receipts, withdrawn with a reason, and found again', async () => {
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
    const cell = reader.cell(CELL);
    await cell.getByText(/^给 5 个村共 250 万元，预计 \d+\.\d 村达标（误差 ±\d\.\d）。$/).waitFor();
    await cell.getByLabel('经办人').fill('县乡村振兴局');
    await cell.getByLabel('说明（会议、文号）').fill('第 3 次常务会议');
    await cell.getByRole('button', { name: '定下这个方案' }).click();
    await cell.getByText(/^第 1 号，.*由 县乡村振兴局 定下.*第 3 次常务会议.*5 个村，共 250 万元$/).waitFor();
    const rows = await cell.getByRole('table').first().getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.split(/\s+/).slice(0, 2))).toEqual([
      ['2019', '全年已到账'],
      ['2020', '到账'],
      ['2021', '还没开始'],
    ]);
    expect(rows[1]).toMatch(/0\.\d{3}/);
    await cell.getByText('2019 年各村：预计与实到').waitFor();
    await cell.getByRole('button', { name: '2020' }).click();
    await cell.getByText('2020 年各村：预计与实到').waitFor();

    const waiting = reader.page.waitForEvent('download');
    await cell.getByRole('button', { name: '下载决策简报(.docx)' }).click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toBe('第 1 号 五个村.docx');
    const { tables } = await readDocx(await readFile((await saved.path())!));
    expect(tables[1]!.at(-1)!.slice(0, 4)).toEqual(['合计', '', '', '250.00']);

    await cell.getByText('把拨款转成项目…').click();
    await cell.getByLabel('资金来源').fill('县级专项');
    await cell.getByRole('button', { name: '转成项目' }).click();
    await cell.getByText('新转成 5 个项目，0 个原来就在项目库里。').waitFor();
    await cell.getByRole('button', { name: '转成项目' }).click();
    await cell.getByText('新转成 0 个项目，5 个原来就在项目库里。').waitFor();

    await cell.getByText('撤回这个方案…').click();
    await cell.getByLabel('撤回理由').fill('资金未到位');
    await cell.getByRole('button', { name: '撤回', exact: true }).click();
    await cell.getByText(/由 县乡村振兴局 撤回：资金未到位$/).waitFor();

    const shown = cell.getByLabel('查看');
    await shown.selectOption({ label: '待定：按上面选的方案' });
    await cell.getByRole('button', { name: '定下这个方案' }).waitFor();
    await shown.selectOption({ label: '第 1 号 五个村（已撤回）' });
    await cell.getByText(/^第 1 号，/).waitFor();
  });
});
