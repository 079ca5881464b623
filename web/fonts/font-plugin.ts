import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { readFontFaces, unicodeRange } from './font-faces.js';
import { subsetFont } from './subset-font.js';

const TEXT_FILE = /\.(ts|svelte|html|csv|yaml)$/;
/** Latin comes whole: everybody types it. */
const WHOLE = /-latin-wght/;

/**
 * Serves Noto Sans SC with the characters that the page itself writes: its words, the API's messages, the names and
 * texts of the example. What people and their data write beyond them is in the font's own slices, of which a browser fetches
 * those that it meets a character of. No character set of a whole language is loaded for a page that needs some hundred
 * characters of it.
 * @param sources files and folders whose text the page may show
 */
export function pageFont(root: string, sources: readonly string[]): Plugin {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json')));
  const assets = new Map<string, Buffer>();

  const rule = (file: Buffer, characters: readonly number[]): string => {
    const name = `assets/noto-${createHash('sha256').update(file).digest('hex').slice(0, 10)}.woff2`;
    assets.set(name, file);
    return `@font-face{font-family:'Noto Sans SC Variable';font-weight:100 900;font-display:swap;src:url(/${name}) format('woff2');unicode-range:${unicodeRange(characters)}}`;
  };

  /** What the page writes, and the rest of every slice. */
  function styles(): { readonly own: string; readonly rest: string } {
    const wanted = charactersOf(sources.map((source) => join(root, source)));
    const own: string[] = [];
    const rest: string[] = [];
    for (const { file, characters } of readFontFaces(readFileSync(join(fonts, 'index.css'), 'utf8'))) {
      const here = new Set([...wanted].filter((character) => characters.has(character)));
      const whole = readFileSync(join(fonts, 'files', file));
      const subset = WHOLE.test(file) ? { file: whole, characters: [...characters] } : here.size > 0 ? subsetFont(whole, here) : undefined;
      if (subset) own.push(rule(subset.file, subset.characters));
      const covered = new Set(subset?.characters);
      const others = [...characters].filter((character) => !covered.has(character));
      if (others.length > 0) rest.push(rule(whole, others));
    }
    return { own: own.join('\n'), rest: rest.join('\n') };
  }

  /** The style sheet's own name changes with what it says, like that of the fonts. */
  function addStyles(text: string): string {
    const css = Buffer.from(text);
    const name = `assets/noto-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
    assets.set(name, css);
    return `/${name}`;
  }

  return {
    name: 'page-font',
    transformIndexHtml() {
      const { own, rest } = styles();
      // The rest stands at the end: nothing on the page waits for it.
      return [
        { tag: 'link', attrs: { rel: 'stylesheet', href: addStyles(own) }, injectTo: 'head' },
        { tag: 'link', attrs: { rel: 'stylesheet', href: addStyles(rest) }, injectTo: 'body' },
      ];
    },
    generateBundle: {
      order: 'post',
      handler() {
        for (const [fileName, source] of assets) this.emitFile({ type: 'asset', fileName, source });
      },
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = (request.url ?? '').slice(1);
        const asset = assets.get(name);
        if (!asset) return next();
        response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'font/woff2');
        response.end(asset);
      });
    },
  };
}

/** Every character of the files and folders named, beyond the control characters. */
function charactersOf(sources: readonly string[]): Set<number> {
  const files = sources.flatMap((source) => {
    if (!existsSync(source)) return [];
    if (TEXT_FILE.test(source)) return [source];
    const entries = readdirSync(source, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  });
  const characters = new Set<number>();
  for (const file of files) {
    for (const character of readFileSync(file, 'utf8')) if (character >= ' ') characters.add(character.codePointAt(0)!);
  }
  return characters;
}
