import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ImportDesk } from '../../server/intake/import-desk.js';
import { importFiles } from '../../server/intake/import-files.js';
import type { Store } from '../../server/store/store.js';
import { dumpRows } from '../setup/dump.js';
import { describeOnBoth } from '../setup/stores.js';

const CASE = join(import.meta.dirname, '../cases/import/unit-jump-stops-until-the-unit-is-named');
const SHEET = '2019年收入.xlsx';
const NO_ANSWERS = { units: new Map(), asOf: undefined };

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

function openDesk(store: Store, now?: () => Date): ImportDesk {
  const desk = new ImportDesk(store, now);
  onTestFinished(() => desk.close());
  return desk;
}

const thisYear = async () => parts(await readFile(join(CASE, 'this-year', SHEET)));
const lastYear = (store: Store) => importFiles(store, [join(CASE, 'last-year')], { at: new Date('2020-07-01T00:00:00Z'), by: 'planner' });

describeOnBoth('an import over the server', (_, newStore) => {
  test('is stopped for a unit jump, corrected, committed, and leaves no file behind', async () => {
    const store = await newStore();
    await lastYear(store);
    const before = await dumpRows(store);
    const temporary = await mkdtemp(join(tmpdir(), 'planner-test-'));
    onTestFinished(() => rm(temporary, { recursive: true }));
    const desk = new ImportDesk(store, undefined, temporary);
    const { id } = await desk.receive(undefined, SHEET, await thisYear());
    expect(desk.find(id)?.preview).toBeNull();
    await expect(desk.commit(id, '')).rejects.toMatchObject({ code: 'IMPORT_NOT_PREVIEWED' });

    const stopped = await desk.preview(id, NO_ANSWERS);
    expect(stopped.preview?.unitJumps.kept).toMatchObject([{ file: SHEET, unit: 'wan', pairs: 36 }]);
    await expect(desk.commit(id, '')).rejects.toMatchObject({ code: 'UNIT_NOT_NAMED' });
    expect(await dumpRows(store)).toEqual(before);

    const mended = await desk.preview(id, { units: new Map([[SHEET, 'yuan']]), asOf: undefined });
    expect(mended.preview).toMatchObject({ unitJumps: { total: 0 }, counts: { receipts: { added: 36, changed: 0, same: 0, removed: 0 } } });
    expect(await dumpRows(store)).toEqual(before);
    expect(await desk.commit(id, '韦会计')).toBe(2);
    expect(desk.find(id)).toBeUndefined();
    await expect(desk.drop(id)).rejects.toMatchObject({ code: 'NO_SUCH_IMPORT' });
    const [own] = await readdir(temporary);
    expect(await readdir(join(temporary, own!))).toEqual([]);
    await desk.close();
    expect(await readdir(temporary)).toEqual([]);
  });

  test('is not written where the data have changed since it was looked at', async () => {
    const store = await newStore();
    await lastYear(store);
    const desk = openDesk(store);
    const { id } = await desk.receive(undefined, SHEET, await thisYear());
    const answers = { units: new Map([[SHEET, 'yuan' as const]]), asOf: undefined };
    await desk.preview(id, answers);
    await importFiles(store, [join(CASE, 'this-year')], { at: new Date('2020-07-01T00:00:00Z'), by: '', unit: 'wan' });
    const before = await dumpRows(store);
    await expect(desk.commit(id, '')).rejects.toMatchObject({ code: 'IMPORT_OUTDATED' });
    expect(await dumpRows(store)).toEqual(before);
    const again = await desk.preview(id, answers);
    expect(again.preview?.counts.receipts).toEqual({ added: 0, changed: 36, removed: 0, same: 0 });
    expect(again.preview?.changes.total).toBe(36);
    expect(await desk.commit(id, '')).toBe(3);
  });

  test('is not written where a file has come in while the others were looked into', async () => {
    const store = await newStore();
    await lastYear(store);
    const desk = openDesk(store);
    const { id } = await desk.receive(undefined, SHEET, await thisYear());
    const answers = { units: new Map([[SHEET, 'yuan' as const]]), asOf: undefined };
    const looking = desk.preview(id, answers);
    const before = await dumpRows(store);
    await desk.receive(id, '说明.csv', parts(Buffer.from('村,模式,月份,金额\n')));
    await looking;
    await expect(desk.commit(id, '')).rejects.toMatchObject({ code: 'IMPORT_OUTDATED' });
    expect(await dumpRows(store)).toEqual(before);
  });

  test('tells what is wrong with the files, keeps previews for an hour, and takes no file that it should not', async () => {
    const store = await newStore();
    let now = new Date('2020-07-01T00:00:00Z');
    const desk = openDesk(store, () => now);
    const text = (written: string) => parts(Buffer.from(written));
    const { id } = await desk.receive(undefined, '收入.csv', text('村,模式,月份,金额\n没有村,产业,2020-05,1\n'));
    const { preview } = await desk.preview(id, NO_ANSWERS);
    expect(preview?.findings.kept.map(({ place, problem }) => [place, problem.code])).toEqual([
      [{ file: '收入.csv', row: 2, column: '村' }, 'NO_SUCH_VILLAGE'],
    ]);
    await expect(desk.commit(id, '')).rejects.toMatchObject({ code: 'IMPORT_HAS_FINDINGS', details: { value: 1 } });

    const refusal = (into: string | undefined, name: string) =>
      desk.receive(into, name, text('a')).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
    for (const name of ['', '../etc.csv', 'a\\b.csv', '.csv', 'a\u0000.csv', `${'村'.repeat(100)}.csv`])
      expect(await refusal(undefined, name)).toBe('IMPORT_FILE_NAME');
    expect(await refusal(undefined, '收入.exe')).toBe('IMPORT_FILE_KIND');
    expect(await refusal(id, '收入.csv')).toBe('IMPORT_FILE_TWICE');
    expect(await refusal('none', '收入.csv')).toBe('NO_SUCH_IMPORT');
    for (let file = 1; file < 100; file++) await desk.receive(id, `${file}.csv`, text(''));
    expect(await refusal(id, '100.csv')).toBe('IMPORT_TOO_MANY_FILES');
    for (let open = 1; open < 20; open++) await desk.receive(undefined, 'a.csv', text(''));
    expect(await refusal(undefined, 'a.csv')).toBe('TOO_MANY_IMPORTS');

    now = new Date(now.getTime() + 60 * 60_000 - 1);
    expect(desk.find(id)?.files).toHaveLength(100);
    now = new Date(now.getTime() + 1);
    expect(desk.find(id)).toBeUndefined();
    await expect(desk.preview(id, NO_ANSWERS)).rejects.toMatchObject({ code: 'NO_SUCH_IMPORT' });
    expect(await refusal(undefined, 'a.csv')).toBeUndefined();
  });

  test('keeps nothing of a file that breaks off or is too large', async () => {
    const desk = openDesk(await newStore());
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('村,');
      throw new Error('the sender has gone');
    }
    const { id } = await desk.receive(undefined, 'a.csv', parts(Buffer.from('村')));
    await expect(desk.receive(id, 'b.csv', breaking())).rejects.toThrow('the sender has gone');
    async function* large(): AsyncGenerator<Uint8Array> {
      const megabyte = Buffer.alloc(2 ** 20);
      for (let sent = 0; sent < 201; sent++) yield megabyte;
    }
    await expect(desk.receive(id, 'c.csv', large())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { value: 201, most: 200 } });
    expect(desk.find(id)?.files).toEqual([{ name: 'a.csv', size: 3 }]);
  });
});
