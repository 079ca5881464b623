import { Problem } from '../base/errors/problem.js';

const SHAPES: ReadonlySet<string> = new Set(['svg', 'g', 'title', 'path', 'rect', 'line', 'circle', 'text', 'tspan']);
const MOST_SHAPES = 20_000;
const MOST_DEPTH = 16;
/** A wide notebook's chart is 1,200 pixels; the tallest dot field of a county some 3,000. */
const MOST_WIDTH = 2_400;
const MOST_HEIGHT = 6_000;

const TAG = /^<(\/?)([a-z]+)((?:\s+[A-Za-z0-9:-]+="[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /\s+([A-Za-z0-9:-]+)="([^"<]*)"/g;
/** What an attribute may not say: anything that leads out of the picture or repeats a part of it. */
const LEADS_OUT = /url\s*\(|&(?!(?:amp|lt|gt|quot|apos);)/i;

/**
 * Holds that a picture is nothing but shapes and text: no pictures within, no links, styles, scripts, filters, patterns or
 * entities, so that drawing it reads no file and takes no more time than its size says.
 * @throws PICTURE_NOT_PLAIN, PICTURE_TOO_LARGE
 */
export function checkPlainSvg(svg: string): void {
  const open: string[] = [];
  let shapes = 0;
  let at = 0;
  const refuse = (value: string) => new Problem('PICTURE_NOT_PLAIN', { value: value.slice(0, 40) });
  while (at < svg.length) {
    const next = svg.indexOf('<', at);
    const between = svg.slice(at, next < 0 ? svg.length : next);
    if (open.length === 0 && between.trim() !== '') throw refuse(between.trim());
    if (LEADS_OUT.test(between)) throw refuse(between);
    if (next < 0) break;
    const end = svg.indexOf('>', next);
    const tag = TAG.exec(svg.slice(next, end < 0 ? svg.length : end + 1));
    if (!tag) throw refuse(svg.slice(next));
    const [, closing, name, attributes, selfClosing] = tag as unknown as readonly [string, string, string, string, string];
    if (!SHAPES.has(name)) throw refuse(`<${name}>`);
    if (closing) {
      if (open.pop() !== name) throw refuse(`</${name}>`);
    } else {
      if ((name === 'svg') !== (open.length === 0) || (name === 'svg' && shapes > 0)) throw refuse(`<${name}>`);
      if (++shapes > MOST_SHAPES || open.length >= MOST_DEPTH)
        throw new Problem('PICTURE_TOO_LARGE', { most: MOST_SHAPES, width: MOST_WIDTH, height: MOST_HEIGHT });
      const said = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, value!]));
      for (const [key, value] of said)
        if (/^(on|style$|href$)/i.test(key) || key.includes(':') || LEADS_OUT.test(value)) throw refuse(`${key}="${value}"`);
      if (name === 'svg') checkSize(said);
      if (!selfClosing) open.push(name);
    }
    at = end + 1;
  }
  if (shapes === 0 || open.length > 0) throw refuse(open.length > 0 ? `<${open.at(-1)}>` : svg);
}

function checkSize(said: ReadonlyMap<string, string>): void {
  const width = Number(said.get('width'));
  const height = Number(said.get('height'));
  if (!(width > 0 && width <= MOST_WIDTH && height > 0 && height <= MOST_HEIGHT))
    throw new Problem('PICTURE_TOO_LARGE', { most: MOST_SHAPES, width: MOST_WIDTH, height: MOST_HEIGHT });
}
