import { expect, it } from 'vitest';
import { chosenFiles } from '../../../web/imports/chosen-files.js';

it('of some files the tables are taken, not what programs and systems keep beside them', () => {
  const names = ['收入.XLSX', '村.csv', '目标.et', '~$收入.xlsx', '.DS_Store', '._村.csv', '说明.docx', '照片.jpg'];
  const { files, passedOver } = chosenFiles(names.map((name) => new File([], name)));
  expect(files.map(({ name }) => name)).toEqual(['收入.XLSX', '村.csv', '目标.et']);
  expect(passedOver).toEqual(['~$收入.xlsx', '.DS_Store', '._村.csv', '说明.docx', '照片.jpg']);
});
