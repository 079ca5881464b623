import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES } from '../../../server/base/vocabulary.js';
import type { OutcomeCell } from '../../../web/cells/outcome/outcome.js';
import { CELL_KINDS } from '../../../web/cells/registry.js';
import type { Cell, Notebook } from '../../../web/notebook/notebook.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';
import { toSpec } from '../../../web/notebook/to-spec.js';

const name = fc.string({ minLength: 1 });
const any = { id: name, folded: fc.boolean() };
const titled = { ...any, title: fc.string() };
const follows = { ...titled, scenario: name, year: fc.option(fc.integer({ min: 2000, max: 2100 })) };
const scenario = fc.record(
  {
    horizon: fc.integer({ min: 1, max: 10 }),
    growth: fc.array(fc.record({ mode: fc.constantFrom(...MODES), rate: fc.float({ noNaN: true, noDefaultInfinity: true }) })),
    target: fc.record({ default: fc.integer() }),
  },
  { requiredKeys: [] },
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ ...titled, kind: fc.constant('text' as const), text: fc.string() }),
  fc.record({ ...titled, kind: fc.constant('parameters' as const), scenario }),
  fc.record({ ...follows, kind: fc.constant('outcome' as const), baseline: fc.option(name) }),
  fc.record({
    ...titled,
    kind: fc.constant('comparison' as const),
    baseline: name,
    scenarios: fc.array(name),
    year: fc.option(fc.integer({ min: 2000, max: 2100 })),
  }),
  fc.record({ ...titled, kind: fc.constant('calibration' as const), closedMonths: fc.constantFrom(0, 3, 6, 9) }),
  fc.record({ ...follows, kind: fc.constant('villages' as const) }),
  fc.record({ ...follows, kind: fc.constant('village' as const), village: name, option: fc.option(name) }),
  fc.record({ ...titled, kind: fc.constant('history' as const), period: fc.constantFrom('year' as const, 'month' as const) }),
);
const notebook: fc.Arbitrary<Notebook> = fc.record({
  title: fc.string(),
  county: fc.option(fc.string()),
  cells: fc.uniqueArray(cell, { selector: ({ id }) => id }),
});

describe('toSpec', () => {
  it('writes every notebook so that it reads back equal', () => {
    fc.assert(
      fc.property(notebook, (one) => {
        expect(toNotebook(toSpec(one, CELL_KINDS), CELL_KINDS)).toEqual(one);
      }),
    );
  });

  it('writes no more than is said', () => {
    const outcome: OutcomeCell = { id: 'a', kind: 'outcome', title: '', folded: false, scenario: 's', year: null, baseline: null };
    const cells: Cell[] = [outcome];
    expect(toSpec({ title: 't', county: null, cells }, CELL_KINDS)).toEqual({
      notebook: 1,
      title: 't',
      cells: [{ id: 'a', kind: 'outcome', scenario: 's' }],
    });
  });
});
