/** A calendar month as one number, year × 12 + (month − 1), so that months subtract and compare as integers. */
export type Month = number;

/** The month of a year; `month` runs from 1 to 12. */
export const monthOf = (year: number, month: number): Month => year * 12 + month - 1;

/** The calendar year of a month. */
export const yearOf = (month: Month): number => Math.floor(month / 12);

/** The month within its year, 1 to 12. */
export const monthInYear = (month: Month): number => (month % 12) + 1;

/** Writes a month as 2020-05, the form of the API and of files. */
export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(monthInYear(month)).padStart(2, '0')}`;
}

const WRITTEN_MONTH = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?|(\d{2}))$/;

/** Reads 2020-05, 2020/5, 2020.5, 202005 or 2020年5月; undefined where the text is no month between 1949 and 2199. */
export function parseMonth(text: string): Month | undefined {
  const match = WRITTEN_MONTH.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2] ?? match[3] ?? match[4]);
  return year >= 1949 && year < 2200 && month >= 1 && month <= 12 ? monthOf(year, month) : undefined;
}
