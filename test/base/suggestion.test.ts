import { expect, test } from 'vitest';
import { regionAt, regionLevel } from '../../server/base/region.js';
import { suggestions } from '../../server/base/suggestion.js';

test('the nearest words come first, and only near ones', () => {
  expect(suggestions('priorCountySD', ['priorCountySd', 'priorModeSd', 'seed'])).toEqual(['priorCountySd']);
  expect(suggestions('永宁', ['永宁村', '永平村', '百合村'])[0]).toBe('永宁村');
  expect(suggestions('xyz', ['priorCountySd'])).toEqual([]);
});

test('the length of a statistical code tells its level, and a code begins with its parent', () => {
  expect(['45', '4510', '451026', '451026100', '451026100201', '45102', 'abcdef'].map(regionLevel)).toEqual([
    'PROVINCE',
    'PREFECTURE',
    'COUNTY',
    'TOWNSHIP',
    'VILLAGE',
    undefined,
    undefined,
  ]);
  expect(regionAt('451026100201', 'COUNTY')).toBe('451026');
});
