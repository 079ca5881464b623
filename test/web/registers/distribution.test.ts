import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bucketsOf, distribute, distribution, distributionTable, leftOver } from '../../../web/registers/distribution/distribution.js';
import { distributionWords } from '../../../web/registers/distribution/words.js';

describe('a distribution', () => {
  it('asks what the published schema answers', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    expect(validate(schema, parse(distribution('451026').query))).toEqual([]);
  });

  it('gives out the whole to the fen, none off by more than one', () => {
    expect(distribute(100, [{ share: 0.4 }, { share: 0.3 }, { share: 0.3 }])).toEqual([40, 30, 30]);
    expect(distribute(0.1, [{ share: 1 / 3 }, { share: 1 / 3 }, { share: 1 / 3 }])).toEqual([0.04, 0.03, 0.03]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 10 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }),
        (fen, weights) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0);
          const buckets = weights.map((weight) => ({ share: weight / whole }));
          const given = distribute(fen / 100, buckets).map((yuan) => Math.round(yuan * 100));
          expect(given.reduce((sum, one) => sum + one, 0)).toBe(fen);
          given.forEach((one, index) => expect(Math.abs(one - fen * buckets[index]!.share)).toBeLessThanOrEqual(1));
        },
      ),
    );
  });

  it('tells what is not given out, or too much, whatever the shares are for', () => {
    expect(leftOver([{ share: 0.4 }, { share: 0.3 }, { share: 0.3 }])).toBe(0);
    expect(leftOver([{ share: 0.4 }, { share: 0.3 }])).toBe(0.3);
    expect(leftOver([{ share: 0.7 }, { share: 0.4 }])).toBe(-0.1);
  });

  it('is taken away with the largest share first, equal ones by name', () => {
    const rule = { id: 'r', name: '办法', year: 2020, village: null, base: 'INCOME', step: 'DRAFT' };
    const bucket = (id: string, name: string, share: number) => ({ id, rule: { id: 'r' }, name, share });
    const answer = {
      rules: { nodes: [rule] },
      buckets: {
        nodes: [
          bucket('3', '第 10 份', 0.3),
          bucket('2', '第 9 份', 0.3),
          bucket('1', '公益', 0.4),
          { ...bucket('4', '别的', 1), rule: { id: 'x' } },
        ],
      },
    };
    const table = distributionTable(rule, bucketsOf(answer, 'r'), 50_000, distributionWords['zh-CN']);
    expect(table.rows).toEqual([
      ['公益', 0.4, 20_000],
      ['第 9 份', 0.3, 15_000],
      ['第 10 份', 0.3, 15_000],
    ]);
  });
});
