/** Money is kept as integer fen (1 yuan = 100 fen) so that sums are exact; the model and the API speak yuan. */
export type Fen = number;

export type MoneyUnit = 'yuan' | 'wan';

const FEN_PER: Readonly<Record<MoneyUnit, number>> = { yuan: 100, wan: 1_000_000 };

export const toYuan = (amount: Fen): number => amount / 100;

/** Rounds yuan to the nearest fen, halves away from zero. */
export const toFen = (yuan: number): Fen => Math.sign(yuan) * Math.round(Math.abs(yuan) * 100 + 1e-9);

const WRITTEN_AMOUNT = /^([-\u2212]?)(\d{1,3}(?:[,\uff0c]\d{3})+|\d+)(?:\.(\d+))?(万元|万|元)?$/;

/**
 * Reads an amount such as `12,345.60`, `-300`, `(300)` or `3.5万` into fen, exactly (decimal text, no binary rounding
 * before the last fen).
 * @param unit what a bare number means; a unit written behind the number wins
 * @returns undefined where the text is no amount, or one beyond a safe integer of fen
 */
export function parseAmount(text: string, unit: MoneyUnit): Fen | undefined {
  const trimmed = text
    .trim()
    .replace(/^[\u00a5\uffe5]/, '')
    .replace(/\s/g, '');
  const bracketed = /^[(\uff08](.+)[)\uff09]$/.exec(trimmed);
  const match = WRITTEN_AMOUNT.exec(bracketed ? `-${bracketed[1]}` : trimmed);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', written] = match;
  const scale = FEN_PER[written === undefined ? unit : written === '元' ? 'yuan' : 'wan'];
  const digits = String(scale).length - 1;
  const kept = fraction.padEnd(digits, '0');
  const fen = Number(whole.replace(/[,\uff0c]/g, '')) * scale + Number(kept.slice(0, digits)) + (kept[digits]! >= '5' ? 1 : 0);
  return Number.isSafeInteger(fen) ? (sign ? -fen : fen) : undefined;
}
