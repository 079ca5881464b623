/** A plain signed number or percentage: no spreadsheet computes anything from it. */
const NUMBER = /^[+-]?\d[\d,]*(\.\d+)?%?$/;

/** What a spreadsheet would take for a formula is written as text. */
const asText = (value: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(value) && !NUMBER.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A table as CSV (RFC 4180) with the mark that lets a Chinese Excel read it as UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((value) => quoted(asText(value))).join(',')).join('\r\n')}\r\n`;
