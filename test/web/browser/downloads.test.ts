import { readFile } from 'node:fs/promises';
import excel from 'exceljs';
import type { Browser, Download } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkPlainSvg } from '../../../server/pictures/plain-svg.js';
import { readDocx } from '../../briefs/docx-text.js';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

/** What nobody may take for a county's books says so, also where it has left the page. */
const SYNTHETIC = '示例数据(合成)';

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

/** Chooses a format in the menu of the first chart that is in sight. */
async function download(format: string): Promise<{ name: string; content: Buffer }> {
  const figure = reader.page.locator('figure.chart').first();
  const menu = figure.locator('summary');
  expect(await menu.getAttribute('aria-label')).toBe(`${await figure.getByRole('heading').textContent()}：下载`);
  await menu.click();
  const waiting: Promise<Download> = reader.page.waitForEvent('download');
  await figure.getByRole('button', { name: format, exact: true }).click();
  const saved = await waiting;
  expect(await figure.getByRole('button', { name: format, exact: true }).isVisible()).toBe(false);
  return { name: saved.suggestedFilename(), content: await readFile((await saved.path())!) };
}

describe('a comparison is taken away', () => {
  it('as a brief to decide by, with the scenarios under the names that they have here', async () => {
    reader = await Reader.open(browser, server.origin, { acceptDownloads: true });
    const button = reader.page.getByRole('button', { name: '下载决策简报(.docx)' }).first();
    const cell = reader.page.locator('[data-cell]').filter({ has: button });
    const names = await cell.getByRole('table').first().locator('tbody th').allTextContents();
    const waiting: Promise<Download> = reader.page.waitForEvent('download');
    await button.click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toMatch(/\.docx$/);
    const { tables } = await readDocx(await readFile((await saved.path())!));
    expect(tables[0]!.slice(1).map(([name]) => name!.replace('(基准)', '基准'))).toEqual(names.map((name) => name.trim()));
  });
});

describe('a chart is taken away', () => {
  it('as table and as picture, in light colours from a dark page', async () => {
    reader = await Reader.open(browser, server.origin, { colorScheme: 'dark', acceptDownloads: true });
    const title = (await reader.page.locator('figure.chart').first().getByRole('heading').textContent())!;

    const csv = await download('CSV');
    expect(csv.name).toBe(`${SYNTHETIC} ${title}.csv`);
    expect(csv.content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = csv.content.toString().trim().split('\r\n');

    const xlsx = await download('XLSX');
    const book = new excel.Workbook();
    await book.xlsx.load(Uint8Array.from(xlsx.content).buffer);
    expect(book.worksheets[0]!.getCell('A1').value).toBe(title);
    expect(book.worksheets[0]!.lastRow!.getCell(1).value).toMatch(`来源：${SYNTHETIC} · `);
    expect(book.worksheets[0]!.rowCount).toBe(lines.length + 3);

    const svg = (await download('SVG')).content.toString();
    checkPlainSvg(svg);
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="#fff(fff)?"\/>/);
    expect(svg).toContain(`来源：${SYNTHETIC} · `);

    const png = (await download('PNG')).content;
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);
  });

  it('by keys alone, and Escape closes the menu', async () => {
    reader = await Reader.open(browser, server.origin);
    const figure = reader.page.locator('figure.chart').first();
    await figure.locator('summary').focus();
    await reader.page.keyboard.press('Enter');
    await figure.getByRole('button', { name: 'CSV', exact: true }).waitFor();
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('Escape');
    expect(await figure.getByRole('button', { name: 'CSV', exact: true }).isVisible()).toBe(false);
    expect(await figure.locator('summary').evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
