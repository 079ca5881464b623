/**
 * Empties glyphs in the tables of a WOFF2 font. Glyphs keep their numbers, so that no other table needs a change: one
 * that is not kept only loses its outline.
 */

/** A stream of the transformed glyf table, read from the front. */
class Stream {
  at = 0;
  constructor(readonly data: Buffer) {}

  take(length: number): Buffer {
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  /** 255UInt16 of WOFF2 6.1.2. */
  number(): number {
    const code = this.data[this.at++]!;
    if (code === 253) return this.take(2).readUInt16BE();
    if (code === 255) return this.data[this.at++]! + 253;
    if (code === 254) return this.data[this.at++]! + 506;
    return code;
  }
}

/** Where the seven streams of the table begin: after version, flags, glyph count, index format and seven lengths. */
const STREAMS_AT = 36;
const HAS_OVERLAP_BITMAP = 1;

/**
 * The transformed glyf table (W3C WOFF2 5.1) without the outlines of the glyphs that are not kept; a composite glyph
 * that is kept keeps its parts.
 */
export function keepGlyphs(glyf: Buffer, kept: ReadonlySet<number>): Buffer {
  const glyphCount = glyf.readUInt16BE(4);
  const all = new Set(kept);
  const glyphs = split(glyf, glyphCount);
  for (const number of all) for (const part of glyphs[number]?.parts ?? []) all.add(part);

  const contours = Buffer.alloc(glyphCount * 2);
  const bitmap = Buffer.alloc(Math.floor((glyphCount + 31) / 32) * 4);
  const streams: Buffer[][] = [[], [], [], [], [], []];
  glyphs.forEach((glyph, number) => {
    if (!all.has(number)) return;
    contours.writeInt16BE(glyph.contours, number * 2);
    glyph.pieces.forEach((piece, index) => streams[index]!.push(piece));
    if (glyph.pieces[4]!.length > 0) bitmap[number >> 3]! |= 0x80 >> (number & 7);
  });
  const [points, flags, outlines, composites, boxes, instructions] = streams.map((pieces) => Buffer.concat(pieces));
  const parts = [contours, points!, flags!, outlines!, composites!, Buffer.concat([bitmap, boxes!]), instructions!];
  const head = Buffer.from(glyf.subarray(0, STREAMS_AT));
  parts.forEach((part, index) => head.writeUInt32BE(part.length, 8 + index * 4));
  const overlaps =
    glyf.readUInt16BE(2) & HAS_OVERLAP_BITMAP ? glyf.subarray(glyf.length - Math.floor((glyphCount + 7) / 8)) : Buffer.alloc(0);
  return Buffer.concat([head, ...parts, overlaps]);
}

interface Glyph {
  readonly contours: number;
  /** Its bytes of the streams of points, flags, outlines, composites, boxes and instructions. */
  readonly pieces: readonly Buffer[];
  /** The glyphs a composite one is made of. */
  readonly parts: readonly number[];
}

function split(glyf: Buffer, glyphCount: number): Glyph[] {
  let at = STREAMS_AT;
  const [contourStream, points, flags, outlines, composites, boxes, instructions] = Array.from({ length: 7 }, (_, index) => {
    const length = glyf.readUInt32BE(8 + index * 4);
    at += length;
    return new Stream(glyf.subarray(at - length, at));
  }) as [Stream, Stream, Stream, Stream, Stream, Stream, Stream];
  const bitmap = boxes.take(Math.floor((glyphCount + 31) / 32) * 4);
  const streams = [points, flags, outlines, composites, boxes, instructions];
  return Array.from({ length: glyphCount }, (_, number) => {
    const contours = contourStream.take(2).readInt16BE();
    const begun = streams.map((stream) => stream.at);
    const parts: number[] = [];
    if (contours > 0) {
      let pointCount = 0;
      for (let contour = 0; contour < contours; contour++) pointCount += points.number();
      for (const flag of flags.take(pointCount)) outlines.take(coordinateBytes(flag & 127));
      instructions.take(outlines.number());
    } else if (contours < 0 && readComposite(composites, parts)) {
      instructions.take(outlines.number());
    }
    if (bitmap[number >> 3]! & (0x80 >> (number & 7))) boxes.take(8);
    return { contours, parts, pieces: streams.map((stream, index) => stream.data.subarray(begun[index], stream.at)) };
  });
}

/** Bytes that a point's coordinates take, by its flag (WOFF2 5.2, triplet encoding). */
const coordinateBytes = (flag: number): number => (flag < 84 ? 1 : flag < 120 ? 2 : flag < 124 ? 3 : 4);

/** Reads the parts of a composite glyph; true where instructions follow. */
function readComposite(stream: Stream, parts: number[]): boolean {
  let flags: number;
  let hasInstructions = false;
  do {
    flags = stream.take(2).readUInt16BE();
    parts.push(stream.take(2).readUInt16BE());
    stream.take(flags & 1 ? 4 : 2);
    stream.take(flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    hasInstructions ||= (flags & 0x100) !== 0;
  } while (flags & 0x20);
  return hasInstructions;
}

/** The gvar table (OpenType: how outlines vary with weight) without the variations of the glyphs that are not kept. */
export function keepVariations(gvar: Buffer, kept: ReadonlySet<number>): Buffer {
  const glyphCount = gvar.readUInt16BE(12);
  const long = (gvar.readUInt16BE(14) & 1) === 1;
  const dataAt = gvar.readUInt32BE(16);
  const offset = (index: number) => (long ? gvar.readUInt32BE(20 + index * 4) : gvar.readUInt16BE(20 + index * 2) * 2);
  const sharedAt = gvar.readUInt32BE(8);
  const shared = gvar.subarray(sharedAt, sharedAt + gvar.readUInt16BE(6) * gvar.readUInt16BE(4) * 2);

  const head = Buffer.from(gvar.subarray(0, 20));
  const offsets = Buffer.alloc((glyphCount + 1) * 4);
  const pieces: Buffer[] = [];
  let length = 0;
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    if (kept.has(glyph)) {
      const piece = gvar.subarray(dataAt + offset(glyph), dataAt + offset(glyph + 1));
      pieces.push(piece);
      length += piece.length;
    }
    offsets.writeUInt32BE(length, (glyph + 1) * 4);
  }
  head.writeUInt32BE(20 + offsets.length, 8);
  head.writeUInt16BE(gvar.readUInt16BE(14) | 1, 14);
  head.writeUInt32BE(20 + offsets.length + shared.length, 16);
  return Buffer.concat([head, offsets, shared, ...pieces]);
}
