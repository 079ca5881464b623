/** The page's own font, which has every character that the page shows. */
const FONT = "6.5pt 'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

let foot: CSSStyleSheet | undefined;

/** Puts a line at the foot of every printed page, beside the page's number: paper goes its own way, page by page. */
export function setPageFoot(line: string): void {
  if (!foot) {
    foot = new CSSStyleSheet();
    document.adoptedStyleSheets.push(foot);
  }
  foot.replaceSync(`@page {
    @bottom-left { content: ${quoted(line)}; font: ${FONT}; color: #57534e; width: 92%; text-align: left; }
    @bottom-right { content: counter(page) ' / ' counter(pages); font: ${FONT}; color: #57534e; }
  }`);
}

/** A text as a string of CSS. */
const quoted = (text: string): string => `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
