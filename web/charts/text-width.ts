const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u;

/**
 * About how wide a text is in Noto Sans SC, in pixels: Chinese is a square, Latin a little more than half of it. Enough to
 * keep labels apart, on the server too, where nothing can be measured.
 */
export function textWidth(text: string, size = 12): number {
  let ems = 0;
  for (const character of text)
    ems += WIDE.test(character) ? 1 : /[A-Z%—@&mw]/.test(character) ? 0.72 : /[.,:;|!'il ()]/.test(character) ? 0.34 : 0.56;
  return ems * size;
}
