import { Problem } from '../base/errors/problem.js';

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16';

/** First bytes of formats that are often taken for CSV; workbooks are read as such (workbook.ts). */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly kindZh: string; readonly kindEn: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], kindZh: ' PDF 文件', kindEn: 'a PDF document' },
  { bytes: [0x1f, 0x8b], kindZh: '压缩文件（gzip）', kindEn: 'a gzip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], kindZh: '压缩文件（rar）', kindEn: 'a rar archive' },
];

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, index) => bytes[index] === byte);

/** The text, or undefined where the bytes are not of the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * The text of a file: UTF-16 or UTF-8 where a byte order mark says so, else UTF-8 where all of it is valid UTF-8, else
 * GB18030 (which holds GBK and GB2312, what Chinese Excel saves). Throws FILE_EMPTY, FILE_BINARY or FILE_ENCODING.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const signature = SIGNATURES.find((known) => begins(bytes, known.bytes));
  if (signature) throw new Problem('FILE_BINARY', { kindZh: signature.kindZh, kindEn: signature.kindEn });
  const utf16 = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
  if (!utf16 && bytes.includes(0)) throw new Problem('FILE_BINARY', { kindZh: '二进制文件', kindEn: 'a binary file' });
  const candidates: readonly (readonly [Encoding, string])[] = utf16
    ? [['UTF-16', utf16]]
    : [
        ['UTF-8', 'utf-8'],
        ['GB18030', 'gb18030'],
      ];
  for (const [encoding, label] of candidates) {
    const text = decodeStrictly(bytes, label);
    if (text === undefined) continue;
    if (text.trim() === '') throw new Problem('FILE_EMPTY');
    return { text, encoding };
  }
  throw new Problem('FILE_ENCODING');
}
