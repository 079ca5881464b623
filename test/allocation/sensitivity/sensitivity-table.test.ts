import { describe, expect, test } from 'vitest';
import { tabulatingSensitivity, type SensitivityTableRequest } from '../../../server/allocation/sensitivity/sensitivity-table.js';
import { base, drawsFor, finished, measure } from './measure.js';

const assumed = base();
const tabulate = (request: Omit<SensitivityTableRequest, 'base'>) =>
  finished(tabulatingSensitivity({ base: assumed, ...request }, drawsFor(assumed)));
const RETURNS = { assumption: 'option.SHED.rate' };
const DRIFT = { assumption: 'drift.INDUSTRY' };

describe('a two-way table', () => {
  const table = tabulate({ rows: DRIFT, columns: RETURNS });

  test('its middle is the base, its edges through the middle are the bars of each assumption alone', () => {
    const { bars, base: own } = measure({ base: assumed, only: [DRIFT.assumption, RETURNS.assumption] });
    const bar = (name: string) => bars.find(({ assumption }) => assumption.name === name)!;
    expect(table.base).toEqual(own);
    expect(table.cells.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect(table.cells[2]![2]).toMatchObject({ expectedReaching: own, difference: { mean: 0, standardError: 0 } });
    expect(table.cells[0]![2]).toEqual({ expectedReaching: bar(DRIFT.assumption).low, difference: bar(DRIFT.assumption).lowDifference });
    expect(table.cells[4]![2]!.expectedReaching).toEqual(bar(DRIFT.assumption).high);
    expect(table.cells[2]![0]!.expectedReaching).toEqual(bar(RETURNS.assumption).low);
    expect(table.cells[2]![4]!.expectedReaching).toEqual(bar(RETURNS.assumption).high);
  });

  test('turned about it is the same', () => {
    const turned = tabulate({ rows: RETURNS, columns: DRIFT });
    expect(turned.cells).toEqual(table.cells[0]!.map((_, column) => table.cells.map((row) => row[column]!)));
  });

  test('a setting of the model moves first, whichever side it stands on', () => {
    const prior = { assumption: 'priorCountySd', values: [0.02, 0.1] };
    const drift = { assumption: 'drift.INDUSTRY', values: [-0.1, 0.1] };
    const one = tabulate({ rows: prior, columns: drift });
    const other = tabulate({ rows: drift, columns: prior });
    expect(other.cells).toEqual(one.cells[0]!.map((_, column) => one.cells.map((row) => row[column]!)));
  });

  test('values as asked, ascending, each once', () => {
    const { rows } = tabulate({ rows: { assumption: 'target', values: [1.2, 0.8, 1.2] }, columns: RETURNS });
    expect(rows.values).toEqual([0.8, 1.2]);
  });
});

describe('refusals', () => {
  test('the same assumption twice, no such assumption, values beyond what it may be, too many of them', () => {
    expect(() => tabulate({ rows: DRIFT, columns: DRIFT })).toThrow(/drift\.INDUSTRY/);
    expect(() => tabulate({ rows: { assumption: 'x' }, columns: DRIFT })).toThrow(/"x"/);
    expect(() => tabulate({ rows: { assumption: 'option.SHED.rate', values: [1.5] }, columns: DRIFT })).toThrow(/1\.5/);
    expect(() => tabulate({ rows: { assumption: 'option.SHED.rate', values: Array(12).fill(0.1) }, columns: DRIFT })).toThrow(/12/);
  });
});
