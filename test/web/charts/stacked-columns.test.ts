import { describe, expect, it } from 'vitest';
import { stackOf, tickLabels } from '../../../web/charts/stacked-columns.js';

const column = (tick: string) => ({ key: tick, label: tick, tick, parts: [], total: 0, partial: false });

describe('stacked columns', () => {
  it('stack what is positive', () => {
    expect(stackOf([2, -1, 3])).toEqual({
      top: 5,
      segments: [
        { part: 0, from: 0, to: 2 },
        { part: 2, from: 2, to: 5 },
      ],
    });
  });

  it('name as many periods as there is room for, the last one always', () => {
    const years = ['2016', '2017', '2018', '2019', '2020'].map(column);
    expect(tickLabels(years, 60)).toEqual(['2016', '2017', '2018', '2019', '2020']);
    expect(tickLabels(years, 25)).toEqual(['2016', '', '2018', '', '2020']);
  });
});
