import { expect, test } from 'vitest';
import { bareVillageName } from '../../server/intake/village-index.js';

test('the ending of a village name is not part of its name', () => {
  for (const name of ['永平', '永平村', '永平村委会', '永平村村委会', '永平村民委员会', '永平村村民委员会', ' 永 平 村 '])
    expect(bareVillageName(name)).toBe('永平');
  for (const name of ['镇玉社区', '镇玉居委会', '镇玉社区居委会', '镇玉社区居民委员会']) expect(bareVillageName(name)).toBe('镇玉');
  expect(bareVillageName('村')).toBe('村');
});
