import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** One table of a WOFF2 file as it stands in the compressed stream: glyf and loca are transformed there. */
export interface Woff2Table {
  readonly tag: string;
  /** Bits 6 and 7 of the directory's flag byte. */
  readonly transform: number;
  readonly originalLength: number;
  readonly data: Buffer;
}

export interface Woff2 {
  readonly flavor: number;
  readonly tables: readonly Woff2Table[];
}

/** The tags that WOFF2 writes as a number (W3C WOFF2 5.1, table of known tags). */
const KNOWN_TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea ' +
  'vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar ' +
  'gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).match(/.{4}(?= |$)/g)!;
const HEADER = 48;

/** Reads the directory and unpacks the tables. */
export function readWoff2(file: Buffer): Woff2 {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  const count = file.readUInt16BE(12);
  const reader = { file, at: HEADER };
  const entries = Array.from({ length: count }, () => {
    const flags = file[reader.at++]!;
    const tag = (flags & 63) === 63 ? file.toString('latin1', reader.at, (reader.at += 4)) : KNOWN_TAGS[flags & 63]!;
    const transform = flags >> 6;
    const originalLength = readBase128(reader);
    const transformed = tag === 'glyf' || tag === 'loca' ? transform !== 3 : transform !== 0;
    return { tag, transform, originalLength, length: transformed ? readBase128(reader) : originalLength };
  });
  const stream = brotliDecompressSync(file.subarray(reader.at, reader.at + file.readUInt32BE(20)));
  let at = 0;
  const tables = entries.map(({ tag, transform, originalLength, length }) => {
    const data = stream.subarray(at, (at += length));
    return { tag, transform, originalLength, data };
  });
  return { flavor: file.readUInt32BE(4), tables };
}

/** Packs tables into a WOFF2 file. */
export function writeWoff2({ flavor, tables }: Woff2): Buffer {
  const directory = tables.map(({ tag, transform, originalLength, data }) => {
    const known = KNOWN_TAGS.indexOf(tag);
    const head = Buffer.concat([Buffer.from([(transform << 6) | (known < 0 ? 63 : known)]), Buffer.from(known < 0 ? tag : '', 'latin1')]);
    const transformed = tag === 'glyf' || tag === 'loca' ? transform !== 3 : transform !== 0;
    return Buffer.concat([head, base128(originalLength), ...(transformed ? [base128(data.length)] : [])]);
  });
  const stream = brotliCompressSync(Buffer.concat(tables.map(({ data }) => data)), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  const body = Buffer.concat([...directory, stream]);
  const padding = Buffer.alloc((4 - ((HEADER + body.length) % 4)) % 4);
  const header = Buffer.alloc(HEADER);
  header.write('wOF2', 0, 'latin1');
  header.writeUInt32BE(flavor, 4);
  header.writeUInt32BE(HEADER + body.length + padding.length, 8);
  header.writeUInt16BE(tables.length, 12);
  const unpacked = tables.reduce((sum, { originalLength }) => sum + Math.ceil(originalLength / 4) * 4, 12 + 16 * tables.length);
  header.writeUInt32BE(unpacked, 16);
  header.writeUInt32BE(stream.length, 20);
  header.writeUInt16BE(1, 24);
  return Buffer.concat([header, body, padding]);
}

function readBase128(reader: { file: Buffer; at: number }): number {
  let value = 0;
  for (;;) {
    const byte = reader.file[reader.at++]!;
    value = value * 128 + (byte & 127);
    if (byte < 128) return value;
  }
}

function base128(value: number): Buffer {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 128);
  return Buffer.from(bytes);
}
