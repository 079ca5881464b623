import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runImport } from '../../server/commands/run-import.js';
import { commitImport } from '../../server/intake/commit.js';
import { openStore } from '../../server/store/store.js';
import { COUNTY, STAMP } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('the first real import tells what becomes of the demonstration county', (newPlace) => {
  async function importing(content: string, ...args: string[]): Promise<string[]> {
    const { where } = await newPlace();
    const store = await openStore(where);
    await commitImport(store, COUNTY, STAMP, { demonstration: true });
    await store.close();
    const folder = await mkdtemp(join(tmpdir(), 'planner-removal-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'data.csv'), content);
    const printed: string[] = [];
    const print = (text: string) => printed.push(text);
    expect(await runImport([folder, ...args], { where, at: STAMP.at, by: 'planner', print, printError: print })).toBe(0);
    return printed.join('\n').split('\n');
  }
  const RECEIPTS = 'village,mode,month,amount\n永乐,服务,2020-03,1000\n';
  const VILLAGES = 'code,name,township\n451027001201,甲村,甲镇\n';

  test('its list of villages stays for real receipts', async () => {
    expect((await importing(RECEIPTS)).slice(3, 6)).toEqual([
      '  已移除演示数据：那坡县（451026）的收入 3 笔、目标 1 条、项目 1 个、园区 1 个和六项条件；保留 3 个村的名单',
      '  村：变更 1，相同 2',
      '  收入：新增 1',
    ]);
    expect((await importing(RECEIPTS, '--dry-run', '--language', 'en'))[3]).toBe(
      '  Would remove the demonstration data of 那坡县 (451026): 3 receipts, 1 targets, 1 projects, 1 parks and the conditions; the list of 3 villages stays',
    );
  });

  test('it goes whole for another county', async () => {
    expect((await importing(VILLAGES)).slice(3, 5)).toEqual([
      '  已移除演示县：那坡县（451026），3 个村、收入 3 笔、目标 1 条、项目 1 个、园区 1 个',
      '  村：新增 1',
    ]);
  });

  test('its generated parks cannot be referred to', async () => {
    const { where } = await newPlace();
    const store = await openStore(where);
    await commitImport(store, COUNTY, STAMP, { demonstration: true });
    await store.close();
    const folder = await mkdtemp(join(tmpdir(), 'planner-removal-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'receipts.csv'), 'village,mode,park,month,amount\n永乐,服务,P1,2020-03,1000\n');
    const printed: string[] = [];
    const print = (text: string) => printed.push(text);
    expect(await runImport([folder, '--language', 'en'], { where, at: STAMP.at, by: 'planner', print, printError: print })).toBe(1);
    expect(printed).toEqual([
      'Not imported: 1 place needs mending; nothing was written.\nreceipts.csv, row 2, column "park": unknown park "P1"; a new park must stand in parks.csv, imported together',
    ]);
  });
});
