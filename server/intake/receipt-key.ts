import type { ReceiptRow } from './tables.js';

/** What makes two receipts the same one: village, mode, industry, park, project, month and reference. */
export const receiptKey = (receipt: Omit<ReceiptRow, 'amount' | 'source'>): string =>
  `${receipt.village}\u001f${receipt.month}\u001f${receipt.mode}\u001f${receipt.industry ?? ''}\u001f${receipt.park ?? ''}\u001f${receipt.project ?? ''}\u001f${receipt.reference ?? ''}`;
