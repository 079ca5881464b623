import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const PLAN = '参数 · 计划做到八成';
const PLAN_OUTCOME = '结果 · 计划做到八成,2020 年有多少村达标'.replace(',', '\uff0c');
const TREND_OUTCOME = '结果 · 照趋势走,2020 年有多少村达标'.replace(',', '\uff0c');
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

describe('the first look', () => {
  it('draws in its own font, from its own server alone', async () => {
    reader = await Reader.open(browser, server.origin);
    const drawn = await reader.page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = [...document.fonts].filter((face) => face.status === 'loaded').length;
      const failed = [...document.fonts].filter((face) => face.status === 'error').length;
      const hosts = new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).host));
      return { loaded, failed, hosts: [...hosts], own: location.host };
    });
    expect(drawn.failed).toBe(0);
    expect(drawn.loaded).toBeGreaterThan(5);
    expect(drawn.hosts).toEqual([drawn.own]);
  });

  it('weighs at most 200 KB of scripts and styles, compressed; what a font says of itself counts with the fonts', async () => {
    reader = await Reader.open(browser, server.origin);
    const asked = await reader.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /\.(js|css)$/.test(path)),
    );
    const isOfFont = (path: string) => /\/noto-[^/]*\.css$/.test(path);
    const weigh = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipSync(readFileSync(`dist/web${path}`)).length, 0);
    const paths = [...new Set(asked)];
    expect(paths.filter((path) => !isOfFont(path)).length).toBeGreaterThan(5);
    expect(weigh(paths.filter((path) => !isOfFont(path)))).toBeLessThan(200_000);
    expect(weigh(paths.filter(isOfFont))).toBeLessThan(40_000);
  });
});

describe('a scenario', () => {
  it('moves the outcome with the slider, and needs no request when it is put back', async () => {
    reader = await Reader.open(browser, server.origin);
    const before = await reader.reaching(PLAN_OUTCOME);
    const slider = reader.slider(PLAN, '产业 · 计划年增长');
    await reader.slide(slider, 'PageUp', 12);
    await reader.settled();
    const moved = await reader.reaching(PLAN_OUTCOME);
    expect(moved).not.toBe(before);

    const asked = reader.asked();
    await reader.page.getByRole('button', { name: '撤销', exact: true }).click();
    await reader.settled();
    expect(await reader.reaching(PLAN_OUTCOME)).toBe(before);
    await reader.page.getByRole('button', { name: '重做', exact: true }).click();
    expect(await reader.reaching(PLAN_OUTCOME)).toBe(moved);
    expect(asked).toEqual([]);
  });

  it('marks what depends on it 已过期 before any answer is there, and nothing else', async () => {
    reader = await Reader.open(browser, server.origin);
    const answered = Promise.withResolvers<void>();
    await reader.page.route('**/graphql', async (route) => {
      await answered.promise;
      await route.continue();
    });
    await reader.slide(reader.slider(PLAN, '产业 · 达成度'), 'PageDown', 2);
    await reader.cell(PLAN_OUTCOME).getByText('已过期').waitFor();
    expect(await reader.cell(TREND_OUTCOME).getByText('已过期').count()).toBe(0);
    answered.resolve();
    await reader.settled();
    expect(await reader.page.getByText('已过期').count()).toBe(0);
  });

  it('moves a park with all that is placed in it, and gives a village a target of its own', async () => {
    reader = await Reader.open(browser, server.origin);
    const { page } = reader;
    const grants = reader.cell('参数 · 每村 50 万元，投鲜茧园');
    const outcome = '结果 · 给了 50 万元，2021 年有多少村达标';
    const before = await reader.reaching(outcome);
    await grants.getByText('更多假设').click();
    const start = grants.getByRole('textbox', { name: /鲜茧.* · 投产月份/ });
    await start.fill('2021-12');
    await start.press('Tab');
    await expect.poll(() => reader.reaching(outcome)).not.toBe(before);
    await reader.settled();
    expect(await grants.getByText('更多假设').textContent()).toContain('园区');
    await start.fill('');
    await start.press('Tab');
    await expect.poll(() => reader.reaching(outcome)).toBe(before);

    await grants.getByRole('button', { name: '加一个村' }).click();
    const own = grants.getByRole('textbox', { name: / · 目标$/ });
    await own.fill('99999');
    await own.press('Enter');
    await reader.settled();
    await page.getByText(/^已保存/).waitFor();
    await page.reload();
    await reader.settled();
    await grants.getByText('更多假设').click();
    expect(await own.inputValue()).toBe('99999');
    await grants.getByRole('button', { name: /^去掉：.*的目标$/ }).click();
    await reader.settled();
    expect(await reader.reaching(outcome)).toBe(before);

    await grants.getByRole('combobox', { name: '加一项' }).selectOption('priorPermanentSd');
    const setting = grants.getByRole('textbox', { name: /^单项收入每年永久变动/ });
    expect(await setting.inputValue()).toBe('0.15');
    await setting.fill('0.5');
    await setting.press('Enter');
    await expect.poll(() => reader.reaching(outcome)).not.toBe(before);
  });

  it('tells what the API says of a mistake, in the cell that asked', async () => {
    reader = await Reader.open(browser, server.origin);
    const asking = reader.page.getByRole('region', { name: /^结果 · 给了 50 万元/ });
    await reader.cell('参数 · 每村 50 万元,投鲜茧园'.replace(',', '\uff0c')).getByRole('textbox', { name: '预测几年' }).fill('1');
    await reader.settled();
    await asking.getByRole('alert').getByText('2021').waitFor();
    await asking.getByRole('button', { name: '重试' }).waitFor();
    await asking.getByLabel('年份').selectOption('2020');
    await reader.settled();
    expect(await asking.getByRole('alert').count()).toBe(0);
  });
});

describe('the notebook', () => {
  it('keeps edits through a reload, and gives the example back when told', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.slide(reader.slider(PLAN, '旅游 · 达成度'), 'End', 1);
    await reader.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await reader.page.reload();
    await reader.settled();
    expect(await reader.slider(PLAN, '旅游 · 达成度').inputValue()).toBe('1');
    await reader.page.getByText(/^已保存/).waitFor();

    await reader.page.getByRole('button', { name: '设置' }).click();
    await reader.page.getByRole('button', { name: '恢复示例' }).click();
    expect(await reader.slider(PLAN, '旅游 · 达成度').inputValue()).toBe('0.8');
    await reader.page.getByText('已恢复示例').waitFor();
    await reader.page.getByText(/^已保存/).waitFor();
  });

  it('never overwrites a saved text that it cannot read', async () => {
    reader = await Reader.open(browser, server.origin);
    const unreadable = '{"savedAt":"2026-01-01T00:00:00Z","notebook":{"notebook":99}}';
    await reader.page.evaluate((text) => localStorage.setItem('notebook/1357', text), unreadable);
    await reader.page.reload();
    await reader.settled();
    await reader.page.getByText('上次保存的内容读不了').waitFor();
    const kept = await reader.page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('/kept-')));
    expect(kept.map(([, text]) => text)).toEqual([unreadable]);
  });

  it('says which scenario is gone when a cell is left without its own', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.cell(PLAN).hover();
    await reader.cell(PLAN).getByRole('button', { name: '删除' }).click();
    await reader.cell(PLAN_OUTCOME).getByText('引用的参数“plan”不在了').waitFor();
    await reader.cell(PLAN_OUTCOME).getByLabel('方案').selectOption({ label: '照趋势走' });
    await reader.settled();
    expect(await reader.reaching(PLAN_OUTCOME)).toContain(await reader.reaching(TREND_OUTCOME));
  });

  it('adds, moves and folds cells', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('button', { name: '加一格:历史'.replace(':', '\uff1a') }).click();
    const added = reader.cell('历史 · 历年到账收入');
    await added.getByLabel('时段').selectOption('month');
    await reader.settled();
    await added.getByRole('button', { name: '上移' }).click();
    const names = await reader.page.getByRole('region').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
    expect(names.at(-2)).toBe('历史 · 历年到账收入');
    await added.getByRole('button', { name: '收起' }).click();
    expect(await added.getByRole('application').count()).toBe(0);
  });

  it("opens a village's story from the field, by search and Enter", async () => {
    reader = await Reader.open(browser, server.origin);
    const search = reader.cell(FIELD).getByRole('searchbox');
    await search.fill('坡芽');
    await reader.cell(FIELD).getByText('找到 1 村').waitFor();
    await search.press('Enter');
    await reader.settled();
    const story = reader.page.getByRole('region').filter({ hasText: '坡芽村百都乡' });
    expect(await story.getByText('2020 年达标的可能').count()).toBe(1);
  });
});
