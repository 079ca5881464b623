import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { renderPng } from '../../server/pictures/render-png.js';

const WIDTH = 120;
const HEIGHT = 40;
const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><text x="10" y="28" font-size="24" font-family="'Noto Sans SC', sans-serif" fill="#000000">${text}</text></svg>`;

/** The pixels of a PNG, read back by drawing it. */
function pixelsOf(png: Buffer): Buffer {
  const embedded = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * WIDTH}" height="${2 * HEIGHT}"><image width="${2 * WIDTH}" height="${2 * HEIGHT}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  return new Resvg(embedded).render().pixels;
}
const inkIn = (pixels: Buffer): number => pixels.filter((value, index) => index % 4 === 0 && value < 128).length;

describe('a picture as PNG', () => {
  test('has twice the pixels', async () => {
    const png = await renderPng(picture('村'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * WIDTH, 2 * HEIGHT]);
  });

  test('writes Chinese in glyphs of its own, each another, none a box for what is missing', async () => {
    const drawn = await Promise.all(
      ['中文', '达标', '\u{10ffff}\u{10ffff}', ''].map(async (text) => pixelsOf(await renderPng(picture(text)))),
    );
    const [chinese, reached, missing, blank] = drawn as [Buffer, Buffer, Buffer, Buffer];
    expect(inkIn(blank)).toBe(0);
    expect(inkIn(chinese)).toBeGreaterThan(200);
    expect(inkIn(reached)).toBeGreaterThan(200);
    expect(chinese.equals(reached)).toBe(false);
    expect(chinese.equals(missing)).toBe(false);
    expect(reached.equals(missing)).toBe(false);
  });

  test('draws titles in the heavier cut', async () => {
    const ink = await Promise.all(
      ['400', '600'].map(async (weight) =>
        inkIn(pixelsOf(await renderPng(picture('计划').replace('<text ', `<text font-weight="${weight}" `)))),
      ),
    );
    expect(ink[1]).toBeGreaterThan(ink[0]! * 1.1);
  });
});
