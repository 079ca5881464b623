import type { Fen } from '../base/money.js';

/** Writes an amount in yuan as 12,345.60, exactly. */
export function writtenAmount(amount: Fen): string {
  const fen = Math.abs(amount);
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${String(fen % 100).padStart(2, '0')}`;
}
