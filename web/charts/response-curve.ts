/** A point of the curve that has a name. */
export interface CurveMark {
  /** In yuan. */
  readonly grant: number;
  readonly chance: number;
  readonly text: string;
}

/** Rounds an amount of money up to what is shown of it, so that what is shown is never too little. */
export const roundedUp = (yuan: number, yuanPerUnit: number): number => {
  const step = yuanPerUnit === 1 ? 1 : yuan >= 999_500 ? yuanPerUnit : yuanPerUnit / 10;
  return Math.ceil(Number((yuan / step).toFixed(6))) * step;
};

/** On which side of a point its label has room: it ends or starts there. */
export const labelSide = (x: number, left: number, right: number): 'start' | 'end' => (x > (left + right) / 2 ? 'end' : 'start');
