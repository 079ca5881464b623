import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

let server: RunningServer;
let browser: Browser;
const readers: Reader[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

const BLANK = 'notebook: 1\ntitle: 空白\ncells:\n  - id: words\n    kind: text\n    text: 一句话\n';

async function ask(query: string, variables: object): Promise<{ readonly notebook: { readonly title: string } }> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: { notebook: { title: string } } }).data;
}

/** A notebook with one text, which opens faster than the example. */
async function newNotebook(id: string): Promise<string> {
  await ask('mutation ($input: CreateNotebookInput!) { createNotebook(input: $input) { notebook { id } } }', {
    input: { id, source: BLANK },
  });
  return `${server.origin}/notebooks/${id}`;
}
const titleOn = async (id: string): Promise<string> =>
  (await ask('query ($id: ID!) { notebook(id: $id) { title } }', { id })).notebook.title;

async function open(address: string): Promise<Reader> {
  const reader = await Reader.open(browser, address);
  readers.push(reader);
  return reader;
}
const title = (page: Page) => page.getByRole('textbox', { name: '笔记本标题' });
const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor({ timeout: 5000 });

describe('a notebook on the server', () => {
  it('is made of the example by the first edit, and opens at its address for anyone', async () => {
    const { page } = await open(server.origin);
    await title(page).fill('乡镇的方案');
    await saved(page);
    const address = page.url();
    expect(address).toMatch(/\/notebooks\/[0-9a-f]{32}$/);
    const colleague = await open(address);
    expect(await title(colleague.page).inputValue()).toBe('乡镇的方案');
    const again = await open(server.origin);
    await again.page.getByText('示例 · 改动任何一处').waitFor();
    await page.goto(server.origin);
    await page.waitForURL(address);
    expect(await title(page).inputValue()).toBe('乡镇的方案');
  });

  it('edited by two at once shows both, and overwrites nothing: mine as a copy, theirs stays', async () => {
    const address = await newNotebook('edited-by-two');
    const [mine, theirs] = [await open(address), await open(address)];
    await title(theirs.page).fill('对方的');
    await saved(theirs.page);
    await title(mine.page).fill('我的');
    const notice = mine.page.getByRole('alert', { name: '这个笔记本同时被改过' });
    await notice.getByText('您的和对方的差别').click();
    await notice.getByText('标题：“对方的”改为“我的”').waitFor();
    expect(await titleOn('edited-by-two')).toBe('对方的');
    await notice.getByRole('button', { name: '两份都要' }).click();
    await saved(mine.page);
    expect(mine.page.url()).not.toBe(address);
    expect(await title(mine.page).inputValue()).toBe('我的(我的改动)');
    expect(await titleOn('edited-by-two')).toBe('对方的');
  });

  it('edited by two at once goes on from theirs, or from mine, as chosen', async () => {
    const address = await newNotebook('chosen-by-one');
    const [mine, theirs] = [await open(address), await open(address)];
    await title(theirs.page).fill('对方的');
    await saved(theirs.page);
    await title(mine.page).fill('我的');
    await mine.page.getByRole('button', { name: '用对方的' }).click();
    await saved(mine.page);
    expect(await title(mine.page).inputValue()).toBe('对方的');
    await mine.page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await title(mine.page).inputValue()).toBe('我的');
    await expect.poll(() => titleOn('chosen-by-one')).toBe('我的');
    await title(theirs.page).fill('对方又改');
    await theirs.page.getByRole('button', { name: '用我的' }).click();
    await saved(theirs.page);
    expect(await titleOn('chosen-by-one')).toBe('对方又改');
  });

  it('keeps edits while the server is away through a reload, and sends them when it is back', async () => {
    const address = await newNotebook('server-away');
    const reader = await open(address);
    const { page } = reader;
    await page.route('**/graphql', (route) => route.fulfill({ status: 502, body: '' }));
    await title(page).fill('断网时写的');
    await page.getByText('连不上服务器：改动先留在这个浏览器里').waitFor();
    expect(await titleOn('server-away')).toBe('空白');
    await page.unroute('**/graphql');
    await page.reload();
    await saved(page);
    expect(await title(page).inputValue()).toBe('断网时写的');
    expect(await titleOn('server-away')).toBe('断网时写的');
    reader.forgive(/502/);
  });

  it('that is not there is said so', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/notebooks/nowhere-at-all`);
    await page.getByRole('alert').getByText('没有这个笔记本').waitFor();
    await page.getByRole('link', { name: '全部笔记本' }).click();
    await page.getByRole('heading', { name: '工作区的笔记本' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/notebooks');
    await context.close();
  });
});

describe('the versions of a notebook', () => {
  it('are named, told in words, looked at and restored, and undo brings the present back', async () => {
    const { page } = await open(await newNotebook('with-versions'));
    await title(page).fill('改过的标题');
    await saved(page);
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '版本', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '版本' });
    const first = dialog.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^看 .* 的版本$/ }) });
    await first.getByRole('button', { name: /起名$/ }).click();
    await dialog.getByRole('textbox', { name: /起名$/ }).fill('报领导前');
    await page.keyboard.press('Enter');
    await first.getByText('报领导前').waitFor();
    await first.getByText('到现在改了什么').click();
    await first.getByText('标题：“空白”改为“改过的标题”').waitFor();
    await first.getByRole('button', { name: /^看 .* 的版本$/ }).click();
    await page
      .getByRole('status')
      .getByText(/^正在看 .* 的版本/)
      .waitFor();
    expect(await title(page).inputValue()).toBe('空白');
    await page.getByRole('button', { name: '回到现在' }).click();
    expect(await title(page).inputValue()).toBe('改过的标题');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('版本');
    await page.keyboard.press('Enter');
    await first.getByRole('button', { name: /^恢复 .* 的版本$/ }).click();
    expect(await title(page).inputValue()).toBe('空白');
    await expect.poll(() => titleOn('with-versions')).toBe('空白');
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => titleOn('with-versions')).toBe('改过的标题');
  });

  it('go on from the one that is looked at with the first edit', async () => {
    const { page } = await open(await newNotebook('looked-at'));
    await title(page).fill('后来的');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '版本', exact: true }).click();
    await page.getByRole('button', { name: /^看 .* 的版本$/ }).click();
    await page.getByText(/^正在看 .* 的版本/).waitFor();
    await title(page).pressSequentially('再写');
    expect(await title(page).inputValue()).toBe('空白再写');
    await expect.poll(() => titleOn('looked-at')).toBe('空白再写');
    expect(await page.getByText(/^正在看 .* 的版本/).count()).toBe(0);
  });
});

describe('the list of notebooks', () => {
  it('opens, makes, duplicates, bins and brings back', async () => {
    await newNotebook('listed-notebook');
    const { page } = await open(`${server.origin}/notebooks`);
    const own = page.getByRole('region', { name: '工作区的笔记本' });
    await page.getByRole('searchbox').fill('空白');
    await own.getByRole('button', { name: '复制：空白' }).first().click();
    await own.getByRole('link', { name: '空白(副本)' }).waitFor();
    await own.getByRole('button', { name: '移到回收站：空白(副本)' }).click();
    await page.getByRole('status').getByText('“空白(副本)”已移到回收站').waitFor();
    await page.getByText(/^回收站 \(1\)$/).click();
    await page.getByRole('button', { name: '取回：空白(副本)' }).click();
    await own.getByRole('link', { name: '空白(副本)' }).waitFor();
    await own.getByRole('button', { name: '移到回收站：空白(副本)' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await own.getByRole('link', { name: '空白(副本)' }).click();
    expect(await title(page).inputValue()).toBe('空白(副本)');
    await page.goto(`${server.origin}/notebooks`);
    await page.getByRole('button', { name: '新建' }).click();
    await page.waitForURL(/\/notebooks\/[0-9a-f-]{36}$/);
    expect(await title(page).inputValue()).toBe('未命名的笔记本');
  });

  it('exports YAML and takes it back; a faulty one is told with line and fix', async () => {
    await newNotebook('exported-notebook');
    const { page } = await open(`${server.origin}/notebooks`);
    await page.getByRole('searchbox').fill('空白');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 YAML：空白', exact: true }).first().click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('空白.notebook.yaml');
    const source = await readFile(await file.path(), 'utf8');
    expect(source).toBe(BLANK);
    const upload = (text: string) =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'a.notebook.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
    await upload(BLANK.replace('kind: text', 'kind: 7'));
    await page.getByRole('alert').getByText('第 5 行，格子“words”：kind 应是').waitFor();
    await upload(source);
    await page.waitForURL(/\/notebooks\/[0-9a-f-]{36}$/);
    expect(await title(page).inputValue()).toBe('空白');
  });
});
