import type { County } from '../api/operations.js';

/** The last month that a county has booked; the present one while there is none. */
export const lastBookedMonth = ({ asOf }: Pick<County, 'asOf'>): string => asOf ?? new Date().toISOString().slice(0, 7);

export const yearOfMonth = (month: string): number => Number(month.slice(0, 4));

/** The years that an overview offers: the running one of the books, and the two before. */
export const bookedYears = (asOf: string): readonly number[] => [-2, -1, 0].map((offset) => yearOfMonth(asOf) + offset);
