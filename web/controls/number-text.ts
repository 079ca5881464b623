/** What a number field allows. */
export interface NumberRule {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

export type ReadNumber = { readonly value: number } | { readonly fault: 'not-number' | 'out-of-range' | 'not-whole' };

/** Reads a typed number: blanks, thousands' commas, full-width digits and a unit behind it are no mistake. */
export function readNumber(text: string, rule: NumberRule): ReadNumber {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,,]/g, '')
    .replace(/−/g, '-')
    .replace(/(%|万元|万|元|个月|年|次)$/, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { fault: 'not-number' };
  const value = Number(plain);
  if (rule.whole && !Number.isInteger(value)) return { fault: 'not-whole' };
  return value < rule.least || value > rule.most ? { fault: 'out-of-range' } : { value };
}

/** One step up or down, on the grid of the step, within the bounds. */
export function stepNumber(value: number, step: number, rule: NumberRule): number {
  const size = Math.abs(step);
  const onGrid = step > 0 ? Math.floor(value / size + 1e-9) : Math.ceil(value / size - 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(size) + 1e-9)) + 2;
  return Math.min(Math.max(Number(((onGrid + Math.sign(step)) * size).toFixed(digits)), rule.least), rule.most);
}

/** A number as it stands in a field: no thousands' commas, no needless zeros. */
export const fieldText = (value: number): string => String(Number(value.toFixed(4)));
