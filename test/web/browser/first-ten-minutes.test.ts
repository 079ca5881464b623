import { readFile } from 'node:fs/promises';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const TREND = '照趋势走';
const TREND_OUTCOME = '结果 · 照趋势走，2020 年有多少村达标';
const PLAN = '参数 · 计划做到八成';
const PLAN_OUTCOME = '结果 · 计划做到八成，2020 年有多少村达标';
const GRANTS = '参数 · 每村 50 万元，投鲜茧园';
const GRANTS_OUTCOME = '结果 · 给了 50 万元，2021 年有多少村达标';
const FIELD = '村点图 · 哪些村有把握，哪些村没有';

let server: RunningServer;
let browser: Browser;
/** One person, one page, from the first point to the last. */
let reader: Reader;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  reader = await Reader.open(browser, server.origin, {
    colorScheme: 'dark',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = reader.page;
});
afterAll(async () => {
  try {
    await reader?.close();
  } finally {
    await browser?.close();
    await server?.stop();
  }
});

const saved = () => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

/** Takes the thumb of a slider to a share of its way, as a hand does, and lets it go. */
async function drag(slider: Locator, share: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await slider.boundingBox())!;
  const [least, most, value] = await slider.evaluate((input: HTMLInputElement) => [+input.min, +input.max, +input.value]);
  const at = (part: number) => x + 8 + (width - 16) * part;
  await page.mouse.move(at((value! - least!) / (most! - least!)), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(at(share), y + height / 2, { steps: 12 });
  await page.mouse.up();
}

describe('the first ten minutes of a new user', () => {
  it('1: it opens on a finished Chinese example with results, and a copy to edit is one click away', async () => {
    await expect(page.title()).resolves.toContain('2020 年 130 个村能不能都达标');
    await page.getByText('那坡县', { exact: true }).waitFor();
    await page.getByText('数据截至 2020-05 · 130 村').waitFor();
    await page.getByText('示例数据(合成)').waitFor();
    expect(await reader.reaching(TREND_OUTCOME)).toMatch(/^预计达标 \d+ 村\(90% 区间 \d+–\d+\)/);
    expect(await reader.cell(FIELD).getByRole('application').locator('path').count()).toBe(130);
    await page.getByText(/^数据 \S+ · 引擎 \S+ · 种子 1357 · 10,000 次 · 截至 2020-05/).waitFor();
    await page.getByRole('button', { name: '复制后编辑' }).click();
    await saved();
    expect(page.url()).toMatch(/\/notebooks\/[0-9a-f]{32}$/);
  });

  it('2: the budget is dragged, and the number follows at once', async () => {
    const before = await reader.reaching(GRANTS_OUTCOME);
    const slider = reader.slider(GRANTS, '每村金额');
    await drag(slider, 1);
    expect(await slider.inputValue()).toBe('1000000');
    expect(await reader.cell(GRANTS).getByRole('textbox', { name: '每村金额' }).inputValue()).toBe('100');
    await expect.poll(() => reader.reaching(GRANTS_OUTCOME)).not.toBe(before);
  });

  it('3: what takes long waits for a press, shows how far it is, and is cancelled with the last picture kept', async () => {
    await page.getByRole('button', { name: '加一格：敏感性' }).click();
    const sensitivity = page.getByRole('region', { name: /^敏感性/ });
    await sensitivity.getByLabel('方案').selectOption({ label: TREND });
    await sensitivity.getByRole('button', { name: '运行' }).click();
    await sensitivity.getByRole('application').first().waitFor();
    const picture = await sensitivity.getByRole('application').first().innerHTML();

    await sensitivity.getByLabel('方案').selectOption({ label: '计划做到八成' });
    await sensitivity.getByText('已过期').waitFor();
    await sensitivity.getByRole('button', { name: '运行' }).click();
    await sensitivity.getByRole('progressbar').waitFor();
    await sensitivity.getByRole('button', { name: '取消' }).click();
    await sensitivity.getByRole('button', { name: '运行' }).waitFor();
    expect(await sensitivity.getByRole('application').first().innerHTML()).toBe(picture);
    await expect.poll(async () => (await newestJob()).status).toBe('CANCELED');
  });

  it('4: a slider moved in mid-run brings no result out of order', async () => {
    const slider = reader.slider(PLAN, '产业 · 计划年增长');
    let first = true;
    await page.route('**/graphql', async (route) => {
      const slow = first && (route.request().postData() ?? '').includes('CountyOutcome');
      if (slow) first = false;
      await new Promise((resolve) => setTimeout(resolve, slow ? 2500 : 0));
      await route.continue().catch(() => undefined);
    });
    await reader.slide(slider, 'PageUp', 1);
    await page.waitForTimeout(300);
    await reader.slide(slider, 'PageUp', 10);
    await reader.settled();
    const shown = await reader.reaching(PLAN_OUTCOME);
    await page.waitForTimeout(2600);
    expect(await reader.reaching(PLAN_OUTCOME)).toBe(shown);
    expect(await reader.cell(PLAN_OUTCOME).getByText('已过期').count()).toBe(0);
    await page.unroute('**/graphql');
  });

  it('5: put back, it shows what it showed without a run', async () => {
    const moved = await reader.reaching(PLAN_OUTCOME);
    const slider = reader.slider(PLAN, '产业 · 计划年增长');
    await reader.slide(slider, 'PageDown', 1);
    await reader.settled();
    const asked = reader.asked();
    await reader.slide(slider, 'PageUp', 1);
    await expect.poll(() => reader.reaching(PLAN_OUTCOME)).toBe(moved);
    expect(await reader.cell(PLAN_OUTCOME).getByText('已过期').count()).toBe(0);
    expect(asked).toEqual([]);
  });

  it('6: a deleted cell comes back by 撤销, settings and output with it', async () => {
    const before = await reader.reaching(TREND_OUTCOME);
    await reader.cell(TREND_OUTCOME).hover();
    await reader.cell(TREND_OUTCOME).getByRole('button', { name: '删除' }).click();
    expect(await reader.cell(TREND_OUTCOME).count()).toBe(0);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    expect(await reader.reaching(TREND_OUTCOME)).toBe(before);
    expect(await reader.cell(TREND_OUTCOME).getByLabel('年份').inputValue()).toBe('2020');
  });

  it('7: neither a server that dies nor a reload loses anything', async () => {
    await saved();
    await server.crash();
    const title = page.getByRole('textbox', { name: '笔记本标题' });
    await title.fill('停电时改的标题');
    await page.getByText('连不上服务器：改动先留在这个浏览器里').waitFor();
    await server.resume();
    await page.reload();
    await reader.settled();
    await saved();
    expect(await title.inputValue()).toBe('停电时改的标题');
    expect(await reader.cell(GRANTS).getByRole('textbox', { name: '每村金额' }).inputValue()).toBe('100');
    reader.forgive(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  });

  it('8: a colleague who opens the link sees the same', async () => {
    const shown = await reader.reaching(PLAN_OUTCOME);
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').waitFor();
    const colleague = await Reader.open(browser, await page.evaluate(() => navigator.clipboard.readText()));
    expect(await colleague.page.getByRole('heading', { level: 1 }).textContent()).toContain('停电时改的标题');
    expect(await colleague.reaching(PLAN_OUTCOME)).toBe(shown);
    await colleague.close();
  });

  it('9: a chart and a table are downloaded', async () => {
    const figure = reader.cell(PLAN_OUTCOME).locator('figure.chart').first();
    const take = async (format: string): Promise<Buffer> => {
      await figure.locator('summary').click();
      const waiting: Promise<Download> = page.waitForEvent('download');
      await figure.getByRole('button', { name: format, exact: true }).click();
      return readFile((await (await waiting).path())!);
    };
    expect((await take('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect((await take('XLSX')).subarray(0, 2).toString()).toBe('PK');
  });

  it('10: from the dark it prints white A4', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
  });

  it('11: the keyboard alone adds a cell, sets it, goes between cells and undoes it all', async () => {
    const before = await page.getByRole('region').count();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('加一格：历史');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('region').count()).toBe(before + 1);
    const slider = reader.slider(PLAN, '旅游 · 达成度');
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.inputValue()).toBe('1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(PLAN_OUTCOME);
    await page.keyboard.press('Control+z');
    expect(await slider.inputValue()).toBe('0.8');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('region').count()).toBe(before);
  });

  it('12: what is broken names field and fix; what depends on it waits, the rest goes on', async () => {
    const field = reader.cell(PLAN).getByRole('textbox', { name: '默认目标' });
    await field.fill('五万');
    await reader.cell(PLAN).getByText('“五万”不是数字').waitFor();
    await reader.cell(PLAN_OUTCOME).getByText('在等“计划做到八成”').waitFor();
    expect(await reader.cell(TREND_OUTCOME).getByText('在等').count()).toBe(0);
    await field.fill('4');
    await reader.settled();
    expect(await reader.cell(PLAN_OUTCOME).getByText('在等').count()).toBe(0);
  });
});

async function newestJob(): Promise<{ readonly status: string }> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ jobs(first: 1) { nodes { status } } }' }),
  });
  return ((await response.json()) as { data: { jobs: { nodes: readonly { status: string }[] } } }).data.jobs.nodes[0]!;
}
