import { deflateRawSync } from 'node:zlib';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../server/base/errors/problem.js';
import { isWorkbook, readWorkbook } from '../../server/intake/workbook.js';

function bookOf(rows: unknown[][], change: (sheet: WorkSheet) => void = () => undefined, bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const sheet = utils.aoa_to_sheet(rows);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

const cellsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes)).sheets[0]!.rows.map(({ cells }) => cells);
const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readWorkbook(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  }
};

test('cells are read as they would have been typed', async () => {
  const bytes = bookOf(
    [['村', 451_026_100_201, 0.1 + 0.2, 1234567.89, true, ' a\n b ', new Date(Date.UTC(2020, 4, 31)), -0.000012, 0.075]],
    (sheet) => (sheet['I1'].z = '0.0%'),
  );
  expect(await cellsOf(bytes)).toEqual([['村', '451026100201', '0.3', '1234567.89', '1', 'a b', '2020-05-31', '-0.000012', '7.5%']]);
});

test('every number is read back as what it is, in both formats', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { minLength: 1, maxLength: 20 }), async (hundredths) => {
      const values = hundredths.map((value) => value / 100);
      for (const bookType of ['xlsx', 'biff8'] as const) {
        const [row] = await cellsOf(bookOf([['x', ...values]], undefined, bookType));
        expect(row!.slice(1).map(Number)).toEqual(values);
      }
    }),
    { numRuns: 20 },
  );
});

test('a value stands in every cell that it covers, and rows keep the numbers that the spreadsheet shows', async () => {
  const bytes = bookOf([['镇', 'x'], [], ['', 'y']], (sheet) => (sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }]));
  const { sheets } = await readWorkbook(bytes);
  expect(sheets[0]!.rows).toEqual([
    { row: 1, cells: ['镇', 'x'] },
    { row: 2, cells: ['镇'] },
    { row: 3, cells: ['镇', 'y'] },
  ]);
});

test('a formula counts with its stored value; one without shows itself, so that it is told', async () => {
  const bytes = bookOf([['村', 1, 2]], (sheet) => {
    sheet['B1'] = { t: 'n', f: '1+1', v: 2 };
    sheet['C1'] = { t: 'z', f: 'HYPERLINK("http://x")' };
  });
  expect((await cellsOf(bytes))[0]!.slice(0, 2)).toEqual(['村', '2']);
});

test('merged areas beyond any sheet are refused before they fill the memory', async () => {
  const bytes = bookOf([['x']], (sheet) => (sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1_048_575, c: 16_383 } }]));
  expect(await refusal(bytes)).toBe('TOO_MANY_CELLS');
});

test('what is no workbook, damaged, locked, or meant to fill the memory is refused', async () => {
  expect(isWorkbook(Buffer.from('村,模式'))).toBe(false);
  expect(await refusal(Buffer.from('PK\u0003\u0004 and nothing'))).toBe('FILE_DAMAGED');
  expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('FILE_DAMAGED');
  const whole = bookOf([['村']]);
  expect(await refusal(whole.subarray(0, whole.length - 40))).toBe('FILE_DAMAGED');
  expect(await refusal(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 2 ** 20)))).toBe('ARCHIVE_TOO_LARGE');
  // The header says a kilobyte, the content is two hundred megabytes.
  expect(await refusal(zipOf('a.xml', Buffer.alloc(200 * 2 ** 20), 1024))).toBe('FILE_DAMAGED');
});

/** A zip archive of one deflated file, by hand: libraries do not write lies. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const sizes = (header: Buffer, at: number) => {
    header.writeUInt32LE(packed.length, at);
    header.writeUInt32LE(claimed, at + 4);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  sizes(local, 18);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  sizes(central, 20);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}
