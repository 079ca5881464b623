import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';
import { Reader } from './reader.js';
import { startServer, type RunningServer } from './running-server.js';

let server: RunningServer;
let browser: Browser;
let reader: Reader;
let folder: string;

beforeAll(async () => {
  [server, browser, folder] = await Promise.all([startServer(), openBrowser(), mkdtemp(join(tmpdir(), 'evidence-'))]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => reader.close());

async function open(register: string, options: Parameters<typeof Reader.open>[2] = {}): Promise<Reader['page']> {
  reader = await Reader.open(browser, server.origin, options);
  await reader.page.goto(`${server.origin}/registers/${register}`);
  await reader.page.getByRole('heading', { level: 1 }).waitFor();
  return reader.page;
}

describe('registers', () => {
  it('are reached from the notebook, listed by safeguard, and go with the browser’s history', async () => {
    reader = await Reader.open(browser, server.origin);
    await reader.page.getByRole('link', { name: '台账' }).click();
    await reader.page.getByRole('navigation', { name: '台账目录' }).getByRole('link', { name: '培训记录' }).click();
    await reader.page.getByRole('heading', { level: 1, name: '培训记录' }).waitFor();
    expect(new URL(reader.page.url()).pathname).toBe('/registers/training');
    await reader.page.goBack();
    await reader.page.getByRole('heading', { level: 1, name: '月报报送' }).waitFor();
  });

  it('stay with what a reader has gone to while they were still loading, and open it again where loading failed', async () => {
    const page = await open('training');
    const held = Promise.withResolvers<void>();
    let cut = false;
    await page.route('**/graphql', async (route) => {
      if (/\bvillages\(/.test(route.request().postData() ?? '')) {
        if (cut) return route.abort();
        await held.promise;
      }
      return route.continue();
    });
    await page.goto(`${server.origin}/registers`);
    await page.getByRole('link', { name: '培训记录' }).click();
    const loaded = page.waitForResponse((response) => /\bvillages\(/.test(response.request().postData() ?? ''));
    held.resolve();
    await loaded;
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('培训记录');

    cut = true;
    await page.goto(`${server.origin}/registers/training`);
    await page.getByRole('alert').waitFor();
    cut = false;
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '培训记录' }).waitFor();
    reader.forgive(/Failed to load resource/);
  });

  it('take an entry with evidence, tell what is wrong beside the field, keep its history, and let it be removed', async () => {
    const page = await open('partner');
    const evidence = join(folder, '核查报告.pdf');
    await writeFile(evidence, '%PDF-1.7 核查报告');
    await page.getByRole('button', { name: '登记一条' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('“名称”没有填；请填写').waitFor();
    expect(await dialog.getByRole('textbox', { name: '名称' }).evaluate((element) => element === document.activeElement)).toBe(true);
    await dialog.getByRole('textbox', { name: '名称' }).fill('广西某桑蚕公司');
    await dialog.getByRole('combobox', { name: '评级' }).selectOption({ label: 'B 一般' });
    await dialog.getByLabel('核查日期').fill('2020-05-20');
    await dialog.getByRole('textbox', { name: '核查人' }).fill('县国资局');
    await dialog.getByLabel('上传佐证材料').setInputFiles(evidence);
    await dialog.getByRole('link', { name: '核查报告.pdf' }).waitFor();
    await dialog.getByRole('textbox', { name: '经办人' }).fill('黄干事');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: '广西某桑蚕公司', exact: true }).waitFor();

    await page.getByRole('button', { name: '修改：广西某桑蚕公司' }).click();
    await dialog.getByRole('combobox', { name: '评级' }).selectOption({ label: 'C 有风险' });
    await dialog.getByRole('textbox', { name: /改动原因/ }).fill('去年迟付');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: 'C 有风险' }).waitFor();
    await page.getByRole('button', { name: '变更记录 广西某桑蚕公司' }).click();
    await dialog.getByText('评级 B 一般 → C 有风险').waitFor();
    await dialog.getByText('去年迟付').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();

    page.on('dialog', (asked) => asked.accept());
    await page.getByRole('button', { name: '删除 广西某桑蚕公司' }).click();
    await page.getByText('已删除').waitFor();
    expect(await page.getByRole('cell', { name: '广西某桑蚕公司', exact: true }).count()).toBe(0);
  });

  it('write any name in their own font, also characters that no text of the product has', async () => {
    const page = await open('partner');
    const faces = await page.evaluate(async () => (await document.fonts.load("16px 'Noto Sans SC Variable'", '\u946b\u9f98')).length);
    expect(faces).toBeGreaterThan(0);
  });

  it('come to a calendar of duties, whose overdue periods open, and to the parks, whose trouble is worked out by the engine', async () => {
    const page = await open('duty-calendar');
    await page.getByText(/截至 2020-05 月末：\d+ 项已到期或已做，\d+ 项逾期没有记录/).waitFor();
    await page.getByRole('checkbox', { name: '只看有逾期的' }).check();
    await page.getByRole('button', { name: /逾期$/ }).first().click();
    await page.getByRole('link', { name: '去登记履职记录' }).waitFor();
    await page.getByRole('navigation', { name: '台账目录' }).getByRole('link', { name: '三园总览' }).click();
    const park = page.getByRole('region', { name: '鲜茧集中加工产业园' });
    await park.getByText(/占全县预计收入的 [\d.]+%/).waitFor();
    await park.getByText('如果它推迟或迟付').click();
    await park.getByRole('textbox', { name: '推迟到' }).fill('明年');
    await park.getByRole('button', { name: '算一算' }).click();
    await park.getByText('“明年”不是月份；请写成 2021-06').waitFor();
    await park.getByRole('textbox', { name: '推迟到' }).fill('2021-06');
    await park.getByRole('button', { name: '算一算' }).click();
    await park.getByText(/预计达标的村变化 [−\d.]+ 个（95% 区间/).waitFor();
    expect(await park.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
  });

  it('take a project a stage further in the library, with what is wrong beside the field, and test what hangs on it', async () => {
    const page = await open('project-library');
    await page.getByRole('combobox', { name: '环节' }).selectOption({ label: '公示' });
    await page.getByRole('link', { name: '百都村购置门面出租' }).click();
    await page.getByRole('button', { name: '办理：公示' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '决定' }).selectOption({ label: '通过' });
    await dialog.getByLabel('日期').fill('2020-05-20');
    await dialog.getByRole('textbox', { name: '决定人' }).fill('县领导小组第 3 次会议');
    await dialog.getByLabel('公示开始').fill('2020-05-06');
    await dialog.getByLabel('公示结束').fill('2020-05-07');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText(/公示.*天/).waitFor();
    await dialog.getByLabel('公示结束').fill('2020-05-13');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('五个环节都已办完').waitFor();
    await page.getByText('公示 2020-05-06 至 2020-05-13').waitFor();
    await page.getByRole('button', { name: '测一测' }).click();
    await page.getByRole('cell', { name: '推迟 12 个月' }).waitFor();
    expect(await page.getByRole('button', { name: /^办理/ }).count()).toBe(0);
  });

  it('show the six conditions of each village, and let one be judged with reason and name', async () => {
    const page = await open('eligibility-check');
    await page.getByRole('combobox', { name: '乡镇' }).selectOption({ label: '平孟镇' });
    const condition = page.getByRole('button', { name: /^旧村 .*：/ }).first();
    const before = await condition.getAttribute('aria-label');
    await condition.click();
    await page.getByRole('button', { name: '评定', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const met = before!.endsWith('：符合');
    await dialog.getByRole('checkbox', { name: '符合' }).setChecked(!met);
    await dialog.getByLabel('评定日期').fill('2020-05-30');
    await dialog.getByRole('textbox', { name: '评定人' }).fill('县委组织部');
    await dialog.getByRole('textbox', { name: '依据' }).fill('实地查看');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('2020-05-30 县委组织部 · 实地查看').waitFor();
    expect(await condition.getAttribute('aria-label')).toMatch(met ? /：不符合$/ : /：符合$/);
  });

  it('come to the reporting of a month: sources are confirmed, the month is closed, and opened again with a reason', async () => {
    const page = await open('month-reporting');
    await page.getByText(/^130 个村，\d+ 个已报；截止日 2020-06-05。$/).waitFor();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '关账', exact: true }).click();
    await dialog.getByRole('textbox', { name: '经办人' }).fill('县农经站');
    await dialog.getByRole('button', { name: '确认关账' }).click();
    await dialog.getByText(/两个来源报的数不一致/).waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: /^两数不一/ }).click();
    for (let left = await page.getByRole('row').count(); left > 1; left--) {
      await page
        .getByRole('button', { name: /^用这个数：.*，乡镇农经站$/ })
        .first()
        .click();
      await dialog.getByRole('button', { name: '用这个数' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page
        .getByRole('row')
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '关账', exact: true }).click();
    await dialog.getByRole('button', { name: '确认关账' }).click();
    await page.getByText(/县农经站 关账/).waitFor();
    await page.getByRole('button', { name: '重开' }).click();
    await dialog.getByRole('textbox', { name: '原因' }).fill('漏报一笔');
    await dialog.getByRole('button', { name: '确认重开' }).click();
    await page.getByText(/县农经站 重开/).waitFor();
    expect(await page.getByRole('button', { name: /^两数不一/ }).textContent()).toMatch(/两数不一 0$/);
  });

  it('fit 390 px and speak English', async () => {
    const page = await open('duty', { viewport: { width: 390, height: 800 }, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(() => localStorage.setItem('preferences', JSON.stringify({ language: 'en', theme: 'dark', unit: 'yuan' })));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Duties' }).waitFor();
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'At least' }).waitFor();
  });
});
