import { textWidth } from './text-width.js';

/** A chart's drawing with everything that stands around it on the page, as markup that needs no style sheet. */
export interface ChartSheet {
  readonly title: string;
  readonly unit: string;
  /** Below the drawing: note and source. */
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  /** What is inside the drawing's svg. */
  readonly drawing: string;
  readonly legend: readonly { readonly mark: string; readonly text: string }[];
  readonly colours: { readonly paper: string; readonly ink: string; readonly soft: string };
}

const MARGIN = 16;
const LINE = 18;
const MARK = 20;
const FONT = "'Noto Sans SC', 'Noto Sans SC Variable', 'Microsoft YaHei', 'PingFang SC', sans-serif";

const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Breaks a text into lines no wider than there is room; Chinese breaks anywhere but before closing marks, Latin between words. */
export function wrapText(text: string, room: number, size = 12): string[] {
  const pieces = text.match(/[A-Za-z0-9.,%±−+/–-]+|\s|./gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const sticks = /^[，。、；：？！”’）】》,.;:?!)]$/.test(piece);
    if (line !== '' && !sticks && textWidth(line + piece, size) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** Puts the items of a legend side by side, as many to a line as there is room. */
function placeLegend(texts: readonly string[], room: number): { readonly x: number; readonly line: number }[] {
  let x = 0;
  let line = 0;
  return texts.map((text) => {
    const width = MARK + textWidth(text) + 18;
    if (x > 0 && x + width > room) {
      x = 0;
      line++;
    }
    const place = { x, line };
    x += width;
    return place;
  });
}

/** A chart as a file of its own: title, unit, drawing, legend, note and source on their own ground. */
export function chartSvg({ title, unit, caption, width, height, drawing, legend, colours }: ChartSheet): string {
  const text = (x: number, y: number, size: number, colour: string, weight: number, content: string) =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(content)}</text>`;
  const titles = wrapText(title, width, 15);
  const captions = wrapText(caption, width);
  const places = placeLegend(
    legend.map((item) => item.text),
    width,
  );
  const head = MARGIN + titles.length * 21 + LINE;
  const legendTop = head + height + 10;
  const captionTop = legendTop + (legend.length > 0 ? (places.at(-1)!.line + 1) * LINE + 6 : 0);
  const whole = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(captionTop + captions.length * LINE + MARGIN) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${FONT}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${whole.width}" height="${whole.height}" fill="${escaped(colours.paper)}"/>`,
    ...titles.map((line, index) => text(MARGIN, MARGIN + 15 + index * 21, 15, escaped(colours.ink), 600, line)),
    text(MARGIN, head - 6, 12, escaped(colours.soft), 400, unit),
    `<g transform="translate(${MARGIN},${head})">${drawing}</g>`,
    ...legend.map(({ mark, text: name }, index) => {
      const { x, line } = places[index]!;
      const y = legendTop + line * LINE;
      return `<g transform="translate(${MARGIN + x},${y})">${mark}</g>${text(MARGIN + x + MARK, y + 10, 12, escaped(colours.ink), 400, name)}`;
    }),
    ...captions.map((line, index) => text(MARGIN, captionTop + 12 + index * LINE, 12, escaped(colours.soft), 400, line)),
    '</svg>\n',
  ].join('\n');
}
