import { expect, it } from 'vitest';
import { found, type PaletteItem } from '../../../web/pages/palette.js';

const item = (sort: PaletteItem['sort'], text: string, hint = ''): PaletteItem => ({
  key: `${sort}-${text}`,
  sort,
  text,
  hint,
  run: () => undefined,
});
const items = [
  item('command', '撤销', 'Ctrl+Z'),
  item('command', '加一格：村'),
  item('cell', '村集体收入', '历史'),
  item('village', '坡芽村', '百都乡 451026205202'),
  item('village', '永宁村', '城厢镇 451026100201'),
];
const texts = (search: string) => found(items, search).map(({ text }) => text);

it('offers commands and cells before anything is searched', () => {
  expect(texts(' ')).toEqual(['撤销', '加一格：村', '村集体收入']);
});

it('finds by name, by part of a name, by township and code, the best first', () => {
  expect(texts('村')).toEqual(['村集体收入', '加一格：村', '坡芽村', '永宁村']);
  expect(texts('百都 坡')).toEqual(['坡芽村']);
  expect(texts('451026100')).toEqual(['永宁村']);
  expect(texts('ｃｔｒｌ')).toEqual(['撤销']);
  expect(texts('没有这个')).toEqual([]);
});
