import { describe, expect, it } from 'vitest';
import { spread } from '../../../web/charts/spread.js';

describe('spread', () => {
  it('leaves labels that do not touch where they are', () => {
    expect(spread([80, 20, 50], 14, 0, 100)).toEqual([80, 20, 50]);
  });

  it('moves touching labels apart, in their order, within the bounds', () => {
    expect(spread([50, 52, 51], 14, 0, 100)).toEqual([50, 78, 64]);
    expect(spread([98, 99], 14, 0, 100)).toEqual([86, 100]);
  });
});
