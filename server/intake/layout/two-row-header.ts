import type { SheetRow } from '../sheet.js';

/**
 * Two rows read as one header, in the ways in which people write them: 2020年 over 1月, 2月 … is 2020年1月 and so on; 金额 over
 * 本月 is either. A cell that spans both rows stands in both, once.
 */
export function joinedHeaders(upper: SheetRow, lower: SheetRow): readonly (readonly string[])[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const pairs = Array.from({ length: width }, (_, index) => [upper.cells[index] ?? '', lower.cells[index] ?? ''] as const);
  const joined = pairs.map(([above, below]) => (above === below || below === '' ? above : `${above}${below}`));
  const lowerFirst = pairs.map(([above, below]) => (below === '' ? above : below));
  return [lowerFirst, joined];
}
