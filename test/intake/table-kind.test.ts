import { expect, test } from 'vitest';
import { kindOfName } from '../../server/intake/table-kind.js';

test('a table is known by its file name, in Chinese or English and in any case', () => {
  for (const name of ['villages.csv', 'VILLAGES.CSV', '村.csv', '村庄.txt', '村名单.csv', 'napo-villages-2023.csv'])
    expect(kindOfName(name)).toBe('villages');
  for (const name of ['receipts.csv', '收入.csv', '2020年到账.csv', 'Receipts 2020.tsv']) expect(kindOfName(name)).toBe('receipts');
  for (const name of ['targets.csv', '目标.csv']) expect(kindOfName(name)).toBe('targets');
  for (const name of ['parks.csv', '园区.csv']) expect(kindOfName(name)).toBe('parks');
  for (const name of ['projects.csv', '项目库.csv', '项目.csv']) expect(kindOfName(name)).toBe('projects');
});

test('a name that tells nothing, or two things, leaves it to the header', () => {
  for (const name of ['data.csv', '收入目标.csv', '园区项目.csv', '农村.csv']) expect(kindOfName(name)).toBeUndefined();
});
