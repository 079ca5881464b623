import { expect, it } from 'vitest';
import { axisWidth } from '../../../web/charts/axis-width.js';

it('makes room for long numbers, and little for short ones', () => {
  expect(axisWidth(['0', '5'])).toBe(46);
  expect(axisWidth(['8,000,000'])).toBe(77);
  expect(axisWidth([])).toBe(46);
});
