import { expect, test } from 'vitest';
import { Problem } from '../../server/base/errors/problem.js';
import { decode } from '../../server/intake/decode.js';

const code = (bytes: Uint8Array): string => {
  try {
    return decode(bytes).text;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

test('UTF-8 with and without a byte order mark, GB18030 and UTF-16 give the same text', () => {
  const text = '村,金额\n城厢镇,1';
  // What Chinese Excel writes for this text.
  const gbk = Buffer.from('b4e52cbdf0b6ee0ab3c7cfe1d5f22c31', 'hex');
  const utf16 = Buffer.from(text, 'utf16le');
  expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'UTF-8' });
  expect(decode(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
  expect(decode(gbk)).toEqual({ text, encoding: 'GB18030' });
  expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toEqual({ text, encoding: 'UTF-16' });
  expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))).toEqual({ text, encoding: 'UTF-16' });
});

test('characters of four bytes in GB18030 are read', () => {
  expect(decode(Buffer.from([0xb4, 0xe5, 0x81, 0x39, 0xee, 0x39]))).toEqual({ text: '村㐀', encoding: 'GB18030' });
});

test('what is no text is refused with its name', () => {
  expect(code(Buffer.from('%PDF-1.7'))).toBe('FILE_BINARY');
  expect(code(Buffer.from('a\u0000b'))).toBe('FILE_BINARY');
  expect(code(Buffer.from([0xff, 0xff, 0xff]))).toBe('FILE_ENCODING');
  expect(code(Buffer.from(''))).toBe('FILE_EMPTY');
  expect(code(Buffer.from('\ufeff \r\n'))).toBe('FILE_EMPTY');
});
