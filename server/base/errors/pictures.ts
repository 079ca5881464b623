import type { CatalogueEntry } from './catalogue.js';

/** Errors of pictures that are to be drawn. */
export const pictureProblems = {
  PICTURE_NOT_PLAIN: {
    zh: (d) => `图里的“${d.value}”不能画；SVG 里只能有形状和文字，不能有链接、样式、脚本和外部图片`,
    en: (d) => `"${d.value}" in the picture cannot be drawn; the SVG may hold shapes and text only, no links, styles, scripts or pictures`,
  },
  PICTURE_TOO_LARGE: {
    zh: (d) => `图太大；最多宽 ${d.width}、高 ${d.height} 像素、${d.most} 个形状，请写明 width 和 height，或少画一些`,
    en: (d) =>
      `the picture is too large; at most ${d.width} by ${d.height} pixels and ${d.most} shapes: give width and height, or draw less`,
  },
} satisfies Record<string, CatalogueEntry>;
