/** 0.12345 as 12.3%; a share that is not all never reads 100%, one that is not nothing never 0%. */
export function percent(share: number): string {
  const tenths = share > 0 && share < 1 ? Math.min(999, Math.max(1, Math.round(share * 1000))) : share * 1000;
  return `${tenths / 10}%`;
}
