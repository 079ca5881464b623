import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const HISTORY = '历史 · 这些年收入从哪来';
const TREND = '参数 · 照趋势走';
const PLAN = '参数 · 计划做到八成';
const TREND_OUTCOME = '结果 · 照趋势走，2020 年有多少村达标';
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

const names = () => reader.page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
const tool = (cell: string | RegExp, name: string) => reader.cell(cell).getByRole('button', { name, exact: true });
const spoken = (text: string | RegExp) => reader.page.locator('[aria-live]').getByText(text);
const focusedName = () => reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

/** Drags a cell by its handle to the middle of another one, a bit beyond it. */
async function drag(from: Locator, to: Locator, between?: () => Promise<void>) {
  await from.scrollIntoViewIfNeeded();
  const start = (await from.boundingBox())!;
  const { mouse } = reader.page;
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await mouse.down();
  const end = (await to.boundingBox())!;
  await mouse.move(end.x + end.width / 2, end.y + end.height / 2 + 10, { steps: 8 });
  await between?.();
  await mouse.up();
}

describe('cells', () => {
  it('are moved by dragging, with the landing place in sight and said', async () => {
    reader = await Reader.open(browser, server.origin, { viewport: { width: 1280, height: 1600 } });
    const before = await names();
    await reader.cell(HISTORY).hover();
    await drag(tool(HISTORY, '拖动来移动；也可按上下键'), reader.cell(TREND), async () => {
      await reader.page.locator('.gap.landing').waitFor();
    });
    const after = await names();
    expect(after.indexOf(HISTORY)).toBe(before.indexOf(TREND));
    expect(await spoken(/“这些年收入从哪来”已移到第 3 格，共 \d+ 格/).count()).toBe(1);
    await reader.page.keyboard.press('Control+z');
    expect(await names()).toEqual(before);
  });

  it('stay where they were when Escape ends the drag', async () => {
    reader = await Reader.open(browser, server.origin, { viewport: { width: 1280, height: 1600 } });
    const before = await names();
    await reader.cell(HISTORY).hover();
    await drag(tool(HISTORY, '拖动来移动；也可按上下键'), reader.cell(TREND), () => reader.page.keyboard.press('Escape'));
    expect(await names()).toEqual(before);
  });

  it('are moved with a finger on a phone', async () => {
    reader = await Reader.open(browser, server.origin, { viewport: { width: 390, height: 1400 }, hasTouch: true });
    const before = await names();
    const handle = tool(HISTORY, '拖动来移动；也可按上下键');
    await handle.scrollIntoViewIfNeeded();
    const start = (await handle.boundingBox())!;
    const end = (await reader.cell(TREND).boundingBox())!;
    const devtools = await reader.page.context().newCDPSession(reader.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: start.x + 8, y }] });
    const target = end.y + end.height / 2 + 10;
    await touch('touchStart', start.y + 8);
    for (let step = 1; step <= 6; step++) await touch('touchMove', start.y + 8 + ((target - start.y - 8) * step) / 6);
    await touch('touchEnd', target);
    expect((await names()).indexOf(HISTORY)).toBe(before.indexOf(TREND));
  });

  it('are moved by keys, from the handle and from the cell', async () => {
    reader = await Reader.open(browser, server.origin);
    const before = await names();
    const place = before.indexOf(HISTORY);
    await tool(HISTORY, '拖动来移动；也可按上下键').press('ArrowDown');
    expect((await names()).indexOf(HISTORY)).toBe(place + 1);
    expect(await focusedName()).toBe(HISTORY);
    await reader.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await names()).toEqual(before);
  });

  it('are added between others, and duplicated under a name of their own', async () => {
    reader = await Reader.open(browser, server.origin);
    await tool(TREND, '在下面加一格').press('Enter');
    await reader.page.getByRole('button', { name: '加一格：历史' }).first().press('Enter');
    await reader.settled();
    let now = await names();
    expect(now[now.indexOf(TREND) + 1]).toBe('历史 · 历年到账收入');
    await tool(TREND, '复制一格').press('Enter');
    await reader.settled();
    now = await names();
    expect(now[now.indexOf(TREND) + 1]).toBe('参数 · 照趋势走(副本)');
    const choices = reader.cell(TREND_OUTCOME).getByLabel('方案').getByRole('option');
    expect(await choices.allInnerTexts()).toContain('照趋势走(副本)');
  });

  it('are added behind the last one; Escape closes the menu and changes nothing', async () => {
    reader = await Reader.open(browser, server.origin);
    const before = await names();
    const last = reader.page.getByRole('region').last();
    const add = last.getByRole('button', { name: '在下面加一格' });
    await add.press('Enter');
    await reader.page.keyboard.press('Escape');
    expect(await names()).toEqual(before);
    expect(await last.evaluate((section) => section === document.activeElement)).toBe(true);
    await add.press('Enter');
    await reader.page.keyboard.press('Enter');
    await reader.page.getByRole('group', { name: '加一格' }).nth(1).waitFor({ state: 'detached' });
    expect((await names()).slice(0, -1)).toEqual(before);
  });

  it('keep costly results through deletion and undo', async () => {
    reader = await Reader.open(browser, server.origin);
    const cell = reader.cell(CALIBRATION);
    await cell.getByRole('button', { name: '运行' }).click();
    await reader.settled();
    const said = await cell.getByText(/次预测：说/).textContent();
    await cell.hover();
    await cell.getByRole('button', { name: '删除' }).click();
    await reader.page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    expect(await cell.getByText(/次预测：说/).textContent()).toBe(said);
    expect(await cell.getByRole('button', { name: '运行' }).count()).toBe(0);
  });
});

describe('keys', () => {
  it('go from cell to cell, into one and out of it', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.cell(HISTORY).focus();
    await reader.page.keyboard.press('ArrowDown');
    expect(await focusedName()).toBe(TREND);
    await reader.page.keyboard.press('Enter');
    expect(await focusedName()).toBe('产业 · 计划年增长');
    await reader.page.keyboard.press('Escape');
    expect(await focusedName()).toBe(TREND);
    await reader.page.keyboard.press('Home');
    expect(await focusedName()).toBe('文字');
  });

  it('run the cell that waits', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.cell(CALIBRATION).focus();
    await reader.page.keyboard.press('Control+Enter');
    await reader.settled();
    expect(
      await reader
        .cell(CALIBRATION)
        .getByText(/次预测：说/)
        .count(),
    ).toBe(1);
  });

  it('of an input method never run or command anything', async () => {
    reader = await Reader.open(browser, server.origin);
    const asked = reader.asked();
    const before = await names();
    await reader.cell(CALIBRATION).focus();
    await reader.page.evaluate(() => {
      for (const key of ['Enter', 'z', 'ArrowUp', '?', 'k'])
        for (const more of [{}, { ctrlKey: true }, { altKey: true, shiftKey: true }])
          document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, ...more, isComposing: true, bubbles: true }));
    });
    expect(await names()).toEqual(before);
    expect(await reader.page.getByRole('dialog').count()).toBe(0);
    expect(await reader.cell(CALIBRATION).getByRole('button', { name: '运行' }).count()).toBe(1);
    expect(asked).toEqual([]);
  });
});

describe('the palette', () => {
  it('goes to cells, opens villages and does things, by keys alone', async () => {
    reader = await Reader.open(browser, server.origin);
    const open = async (search: string) => {
      await reader.page.keyboard.press('Control+k');
      const field = reader.page.getByRole('combobox', { name: '命令与搜索' });
      await field.fill(search);
      return field;
    };
    await (await open('计划做到')).press('Enter');
    expect(await focusedName()).toBe(PLAN);

    await (await open('坡芽')).press('Enter');
    await reader.settled();
    await reader.page
      .getByRole('region')
      .filter({ hasText: '坡芽村百都乡' })
      .getByText(/年达标的可能/)
      .first()
      .waitFor();

    await (await open('收起所有')).press('Enter');
    expect(await reader.page.getByRole('application').count()).toBe(0);
    await reader.page.keyboard.press('Control+z');
    await reader.page.getByRole('application').first().waitFor();

    const nothing = await open('没有这个东西');
    await reader.page.getByText('没有和“没有这个东西”有关的').waitFor();
    await nothing.press('Escape');
    expect(await reader.page.getByRole('dialog').count()).toBe(0);
  });

  it('says which of its lines is chosen', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('button', { name: '命令与搜索' }).click();
    const field = reader.page.getByRole('combobox', { name: '命令与搜索' });
    await field.fill('村');
    await field.press('ArrowDown');
    const selected = reader.page.getByRole('listbox').getByRole('option', { selected: true });
    expect(await field.getAttribute('aria-activedescendant')).toBe(await selected.getAttribute('id'));
  });
});

describe('in English', () => {
  it('cells are added, copied and moved, and the palette finds them', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.keyboard.press('Control+k');
    await reader.page.getByRole('combobox', { name: '命令与搜索' }).fill('english');
    await reader.page.keyboard.press('Enter');
    const before = await names();
    const cell = before.find((name) => name?.startsWith('Scenario · '))!;
    await tool(cell, 'Duplicate').press('Enter');
    await reader.settled();
    const copy = (await names())[before.indexOf(cell) + 1]!;
    expect(copy).toBe(`${cell} (copy)`);
    await tool(copy, 'Drag to move, or use the arrow keys').press('ArrowUp');
    await spoken(/is now number \d+ of \d+$/).waitFor({ state: 'attached' });
    await tool(copy, 'Add a cell below').press('Enter');
    await reader.page.getByRole('button', { name: 'Add a cell: History' }).first().press('Enter');
    const now = await names();
    expect(now[now.indexOf(copy) + 1]).toMatch(/^History · /);
    await reader.page.keyboard.press('Control+k');
    const field = reader.page.getByRole('combobox', { name: 'Commands and search' });
    await field.fill('fold all');
    await field.press('Enter');
    expect(await reader.page.getByRole('application').count()).toBe(0);
    await reader.page.keyboard.press('?');
    await reader.page.getByRole('dialog').getByText('Run this cell, if it waits').waitFor();
  });
});

describe('where something is missing', () => {
  it('an empty notebook says how to begin, and begins', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.evaluate(() =>
      localStorage.setItem(
        'notebook/1357',
        JSON.stringify({ savedAt: '2020-06-12T00:00:00Z', notebook: { notebook: 1, title: '空', cells: [] } }),
      ),
    );
    await reader.page.reload();
    await reader.page.getByText('还是空白的一页').waitFor();
    await reader.page.getByRole('button', { name: '加一格：结果' }).click();
    const outcome = reader.cell(/^结果 · /);
    await outcome.getByText('还没有“参数”格').waitFor();
    await outcome.getByRole('button', { name: '加一个“参数”' }).click();
    await reader.settled();
    await outcome.getByText(/^预计达标 \d+ 村/).waitFor();
    expect(await names()).toEqual(['参数 · 新方案', '结果 · 有多少村达标']);
  });

  it('begins a whole notebook with one press', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.evaluate(() =>
      localStorage.setItem(
        'notebook/1357',
        JSON.stringify({ savedAt: '2020-06-12T00:00:00Z', notebook: { notebook: 1, title: '空', cells: [] } }),
      ),
    );
    await reader.page.reload();
    await reader.page.getByRole('button', { name: '加上参数、结果和村点图' }).click();
    await reader.settled();
    await reader
      .cell(/^结果 · /)
      .getByText(/^预计达标 \d+ 村/)
      .waitFor();
    expect(await names()).toEqual(['参数 · 新方案', '结果 · 有多少村达标', '村点图 · 哪些村有把握，哪些村没有']);
    await reader.page.getByRole('button', { name: '撤销', exact: true }).click();
    await reader.page.getByText('还是空白的一页').waitFor();
  });

  it('keeps and shows a cell of a kind that this version does not know', async () => {
    reader = await Reader.open(browser, server.origin);
    const cell = { id: 'w', kind: 'weather', title: '雨', station: 57 };
    await reader.page.evaluate(
      (cells) => localStorage.setItem('notebook/1357', JSON.stringify({ savedAt: '', notebook: { notebook: 1, title: '', cells } })),
      [cell],
    );
    await reader.page.reload();
    await reader.cell('未知 · 雨').getByText('这个版本不认识“weather”这种格').waitFor();
    await reader.page.getByRole('button', { name: '加一格：文字' }).click();
    await reader.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    const response = await reader.page.request.post(`${server.origin}/graphql`, {
      data: {
        query: 'query ($id: ID!) { notebook(id: $id) { spec } }',
        variables: { id: new URL(reader.page.url()).pathname.split('/').at(-1) },
      },
    });
    const saved = (await response.json()) as { data: { notebook: { spec: { cells: unknown[] } } } };
    expect(saved.data.notebook.spec.cells[0]).toEqual(cell);
  });
});
