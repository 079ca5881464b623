import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { Problem } from '../base/errors/problem.js';
import { checkPlainSvg } from './plain-svg.js';

const require = createRequire(import.meta.url);
const FONT_FILES = ['400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`),
);
const FAMILY = 'Noto Sans SC';
/** Twice the pixels: sharp in a printed report and on a projector. */
const SCALE = 2;

/**
 * A picture of shapes and text as PNG, in the font that comes with the product, whatever fonts the machine has.
 * @throws PICTURE_NOT_PLAIN, PICTURE_TOO_LARGE
 */
export async function renderPng(svg: string): Promise<Buffer> {
  checkPlainSvg(svg);
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  }).catch((error: Error) => {
    throw new Problem('PICTURE_NOT_PLAIN', { value: error.message });
  });
  return picture.asPng();
}
