import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

const QUERY = /^查询/;

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

/** Opens the notebook, adds a query cell and waits for its editors. */
async function openQuery(options: Parameters<typeof Reader.open>[2] = {}) {
  reader = await Reader.open(browser, server.origin, options);
  await reader.page.getByRole('button', { name: '加一格：查询', exact: true }).click();
  const cell = reader.cell(QUERY);
  const query = cell.getByRole('textbox', { name: '查询(GraphQL)' });
  const variables = cell.getByRole('textbox', { name: '变量(JSON)' });
  await cell.locator('.cm-editor').nth(1).waitFor();
  return { cell, query, variables };
}

type Opened = Awaited<ReturnType<typeof openQuery>>;

/** Types in place of what is there. */
async function write(field: Opened['query'], text: string) {
  await field.click();
  await reader.page.keyboard.press('Control+a');
  await reader.page.keyboard.insertText(text);
}

describe('the query cell', () => {
  it('begins with a query that works, follows its scenario, and shows the answer as table and JSON', async () => {
    const { cell } = await openQuery();
    await cell.getByRole('button', { name: '运行' }).click();
    const table = cell.getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining(['village.name', 'chance', 'income.mean']),
    );
    expect(await table.getByRole('row').count()).toBe(131);
    await cell.getByRole('button', { name: '按 chance 排序' }).click();
    const [first, last] = [table.getByRole('row').nth(1), table.getByRole('row').last()].map((row) => row.getByRole('cell').nth(2));
    expect(Number(await first!.innerText())).toBeLessThan(Number(await last!.innerText()));
    await cell.getByLabel('显示为').selectOption('JSON');
    await cell.getByRole('region', { name: 'JSON' }).getByText('"projection"').waitFor();
    await reader.slide(reader.page.getByRole('slider').first(), 'ArrowRight', 1);
    await cell.getByText('已过期').waitFor();
  });

  it('completes and checks by the schema, in the language of the reader, and goes to where the error is', async () => {
    const { cell, query } = await openQuery();
    await write(query, '{ counties { name, villageCont } }');
    const problem = cell.getByRole('button', { name: '“County”没有字段“villageCont”。您是不是要写 villageCount？' });
    await problem.waitFor();
    await problem.click();
    for (let left = 0; left < 'villageCont'.length; left++) await reader.page.keyboard.press('Delete');
    await reader.page.keyboard.type('villageCou');
    await cell.getByRole('option', { name: /villageCount/ }).waitFor();
    await reader.page.waitForTimeout(100);
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('Control+Enter');
    await cell.getByRole('cell', { name: '130' }).waitFor();
    expect(await problem.count()).toBe(0);
  });

  it('sends nothing that would change data or that cannot be read, and says why', async () => {
    const { cell, query, variables } = await openQuery();
    await write(query, 'mutation { cancelJob(id: "1") { __typename } }');
    await cell.getByText(/所以 mutation 不会发送/).waitFor();
    expect(await cell.getByRole('button', { name: '运行' }).isDisabled()).toBe(true);
    await write(query, 'query ($scope: [ID!]) { villages(scope: $scope, first: 3) { nodes { name } } }');
    await write(variables, '{"scope": ["999999"],}');
    await cell.getByText('这里多了“,”。').waitFor();
    expect(await cell.getByRole('button', { name: '运行' }).isDisabled()).toBe(true);
    await write(variables, '{"scope": ["999999"]}');
    await cell.getByRole('button', { name: '运行' }).click();
    const error = cell.getByRole('alert').getByRole('listitem');
    await error.getByText('没有区划代码“999999”').waitFor();
    expect(await error.getByRole('button', { name: '在变量里' }).count()).toBe(1);
  });

  it('copies a command that answers the same in a shell', async () => {
    const { cell, query, variables } = await openQuery({ permissions: ['clipboard-read', 'clipboard-write'] });
    await write(query, '{ counties { name villageCount } }');
    await write(variables, '');
    await cell.getByRole('button', { name: '复制为 curl' }).click();
    await cell.getByText('已复制').waitFor();
    const command = await reader.page.evaluate(() => navigator.clipboard.readText());
    expect(command).toContain(`curl -sS --compressed '${server.origin}/graphql'`);
    expect(command).toContain(`--data-raw '{"query":"{ counties { name villageCount } }","variables":{}}'`);
  });

  it('is loaded only where it is used, and its keys stay in the editor', async () => {
    reader = await Reader.open(browser, server.origin);
    const loaded = () => reader.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).filter((name) => /code-editor|api-schema|QueryCell/.test(name))).toEqual([]);
    await reader.close();
    const { query } = await openQuery();
    expect((await loaded()).some((name) => name.includes('code-editor'))).toBe(true);
    await write(query, '{ a }');
    await reader.page.keyboard.type('?');
    expect(await reader.page.getByRole('dialog').count()).toBe(0);
    await reader.page.keyboard.press('Alt+ArrowUp');
    expect(await query.evaluate((element) => element.matches(':focus'))).toBe(false);
  });

  it('fits on a phone', async () => {
    const { cell } = await openQuery({ viewport: { width: 390, height: 844 } });
    await cell.getByRole('button', { name: '运行' }).click();
    await cell.getByRole('table').waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
