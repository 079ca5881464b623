import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../web/cells/query/json-text.js';

const wrongIn = (text: string) => {
  const read = readJson(text);
  return 'wrong' in read ? `${read.wrong.problem} ${read.wrong.from}–${read.wrong.to} ${read.wrong.found}` : read.value;
};

describe('JSON', () => {
  it('is read as the language itself reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(written)).toMatchObject({ value: JSON.parse(written) as unknown });
      }),
    );
  });

  it('is refused where the language itself refuses it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:-+.0123eEtruefalsn \\u\n村') }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const read = readJson(text);
        // The language itself lets a later value of the same name win; here it is a mistake.
        const twice = 'wrong' in read && read.wrong.problem === 'twice';
        expect('value' in read || twice).toBe(valid);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['', 'value 0–0 '],
    ['{"a": 1,}', 'after 7–8 ,'],
    ['{"a" 1}', 'colon 5–6 1'],
    ['{"a": 1 "b": 2}', 'comma 8–9 "'],
    ['{a: 1}', 'key 1–2 a'],
    ['{"a": @plan}', 'value 6–7 @'],
    ['{"a": 01}', 'number 6–8 01'],
    ['{"a": "x}', 'open 6–9 "x}'],
    ['{"a": [1, 2', 'open 6–7 ['],
    ['{"a": 1, "a": 2}', 'twice 9–12 "a"'],
    ['{"a": "\\q"}', 'escape 7–9 \\q'],
    ['1 2', 'after 2–3 2'],
    ['['.repeat(100), 'deep 65–66 ['],
  ])('says what is wrong with %s', (text, expected) => {
    expect(wrongIn(text)).toBe(expected);
  });

  it('tells where each value stands', () => {
    const text = '{"s": {"growth": [{"rate": "x"}, 5]}}';
    const read = readJson(text);
    if ('wrong' in read) throw new Error('valid text was refused');
    const at = (path: (string | number)[]) => {
      const { from, to } = read.placeOf(path);
      return text.slice(from, to);
    };
    expect(at(['s', 'growth', 0, 'rate'])).toBe('"x"');
    expect(at(['s', 'growth', 1])).toBe('5');
    expect(at(['s', 'growth', 0, 'weight'])).toBe('{"rate": "x"}');
    expect(at([])).toBe(text);
  });
});
