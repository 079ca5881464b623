import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const CASE = join(import.meta.dirname, '../../cases/import/unit-jump-stops-until-the-unit-is-named');

let server: RunningServer;
let browser: Browser;
let reader: Reader;
let folder: string;

beforeAll(async () => {
  [server, browser, folder] = await Promise.all([startServer(), openBrowser(), mkdtemp(join(tmpdir(), 'imports-'))]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => reader.close());

async function open(options: Parameters<typeof Reader.open>[2] = {}): Promise<Page> {
  reader = await Reader.open(browser, server.origin, options);
  await reader.page.goto(`${server.origin}/import`);
  await reader.page.getByText('第 1 批').waitFor();
  return reader.page;
}

const send = (page: Page, ...paths: string[]) => page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles(paths);
const rowOf = (page: Page, table: string) => page.getByRole('row', { name: new RegExp(`^${table} `) });

describe('importing in the browser', () => {
  it('shows what would change, stops a year in the wrong unit, imports it once the unit is named, and takes it back', async () => {
    const page = await open();
    await send(page, join(CASE, 'last-year', '村.csv'), join(CASE, 'last-year', '收入.csv'));
    await page.getByText('可以导入。').waitFor();
    await page.getByText(/示例数据会移除/).waitFor();
    await rowOf(page, '收入').getByRole('cell', { name: '36', exact: true }).first().waitFor();
    await page.getByRole('button', { name: /^新增 \d/ }).click();
    await page
      .getByRole('cell', { name: /2018-01 .*元$/ })
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: '经办人' }).fill('韦会计');
    await page.getByRole('textbox', { name: /^说明/ }).fill('上年决算');
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByText('已导入：第 2 批').waitFor();
    await page.getByText(/韦会计\s*· 上年决算/).waitFor();

    await send(page, join(CASE, 'this-year', '2019年收入.xlsx'));
    await page.getByText(/相差上千倍：请在下面选定单位/).waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
    await page.reload();
    await page.getByText(/相差约 10,997 倍/).waitFor();
    await page.getByRole('combobox', { name: /的金额单位/ }).selectOption({ label: '元' });
    await page.getByText('可以导入。').waitFor();
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByText('已导入：第 3 批').waitFor();

    const list = page.getByRole('region', { name: '以前的导入' });
    const dialog = page.getByRole('dialog');
    await list.getByRole('button', { name: '撤回第 2 批' }).click();
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await list.getByRole('button', { name: '撤回第 3 批' }).click();
    await dialog.getByRole('textbox', { name: /撤回的原因/ }).fill('单位仍有疑问');
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await list.getByText(/韦会计 撤回\s*· 单位仍有疑问/).waitFor();
    await list.getByRole('button', { name: '撤回第 2 批' }).click();
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('tells what is wrong by file, row and column, gives it as a list, and refuses what is no table', async () => {
    const page = await open();
    const wrong = join(folder, '收入.csv');
    await writeFile(wrong, '村,模式,月份,金额\n没有村,产业,2020-05,1\n镇玉社区,产业,2020-13,3.5万\n');
    await writeFile(join(folder, '照片.jpg'), 'x');
    await send(page, wrong, join(folder, '照片.jpg'));
    await page.getByText('不是表格，没有上传：照片.jpg').waitFor();
    await page.getByText('有 2 处要改正').waitFor();
    await page.getByRole('row', { name: /收入\.csv · 第 3 行 · “月份”列.*2020-13/ }).waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^下载要改正/ }).click()]);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toBe('类别,文件,工作表,行,列,说明');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 5))).toEqual([
      ['要改正', '收入.csv', '', '2', '村'],
      ['要改正', '收入.csv', '', '3', '月份'],
    ]);
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByText('把文件或文件夹拖到这里').waitFor();
    expect(new URL(page.url()).pathname).toBe('/import');
  });

  it('is told once what a name and a column mean, knows them from then on, and forgets them when told', async () => {
    const page = await open();
    const strange = join(folder, '老街收入.csv');
    await writeFile(strange, '村,模式,月份,金额,成果\n老街上,产业,2020-05,1,7\n');
    await send(page, strange);
    const finding = page.getByRole('row', { name: /老街收入\.csv · 第 2 行/ });
    await finding.getByRole('button', { name: '告诉它一次' }).click();
    const choice = finding.getByRole('combobox', { name: '指哪个村（选一个，或写 12 位代码）' });
    await expect.poll(() => finding.locator('option').count()).toBe(130);
    const first = (await finding.locator('option').first().getAttribute('value'))!;
    expect(first).toMatch(/^.+\/.+\(\d{12}\)$/);
    await choice.fill(first);
    await finding.getByRole('button', { name: '记住' }).click();
    await page.getByText('可以导入。').waitFor();
    await page.getByRole('button', { name: /^怎样读的/ }).click();
    const ignored = page.getByRole('row', { name: /“成果”列未导入/ });
    await ignored.getByRole('button', { name: '告诉它一次' }).click();
    await ignored.getByRole('combobox', { name: '就是这一列' }).selectOption('凭证号');
    await ignored.getByRole('button', { name: '记住' }).click();
    await ignored.waitFor({ state: 'detached' });
    await page.getByText('记住的说法 2 条').click();
    await page.getByRole('button', { name: '忘掉：老街上' }).click();
    await page.getByText('有 1 处要改正').waitFor();
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByText('记住的说法 1 条').waitFor();
    expect(await page.getByRole('button', { name: '忘掉：成果' }).count()).toBe(1);
  });

  it('gives empty tables whose notes and example say nothing when they come back, from the notebook’s menu, at 390 px, in English', async () => {
    reader = await Reader.open(browser, server.origin, { viewport: { width: 390, height: 800 }, hasTouch: true });
    const { page } = reader;
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('link', { name: '导入数据' }).click();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 收入 xlsx' }).click()]);
    expect(saved.suggestedFilename()).toBe('收入模板.xlsx');
    const path = join(folder, saved.suggestedFilename());
    await saved.saveAs(path);
    await send(page, path);
    await page.getByText('有 1 处要改正').waitFor();
    await page.getByText(/只有表头/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(() => localStorage.setItem('preferences', JSON.stringify({ language: 'en', theme: 'dark', unit: 'yuan' })));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Import data' }).waitFor();
    await page.getByText('Places to mend: 1').waitFor();
    await page.getByRole('button', { name: 'Drop' }).click();
  });
});
