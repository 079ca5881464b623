export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };

const HEADING = /^(#{1,3})\s+(.*)$/;
const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*\d+[.)、]\s*(.*)$/;

/**
 * Reads the few marks that planners use: headings, lists, bold. The result is blocks of plain text, never HTML, so that
 * nothing written in a notebook can become markup.
 */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { lines: Run[][] } | undefined;
  let list: { ordered: boolean; items: Run[][] } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    const item = BULLET.exec(line) ?? NUMBERED.exec(line);
    if (heading || item || line.trim() === '') open = undefined;
    if (!item) list = undefined;
    if (heading) blocks.push({ kind: 'heading', level: heading[1]!.length as 1 | 2 | 3, runs: readRuns(heading[2]!) });
    else if (item) {
      const ordered = !BULLET.test(line);
      if (list?.ordered !== ordered) {
        list = { ordered, items: [] };
        blocks.push({ kind: 'list', ...list });
      }
      list.items.push(readRuns(item[1]!));
    } else if (line.trim() !== '') {
      if (!open) {
        open = { lines: [] };
        blocks.push({ kind: 'paragraph', ...open });
      }
      open.lines.push(readRuns(line.trim()));
    }
  }
  return blocks;
}

function readRuns(text: string): Run[] {
  return text
    .split(/\*\*(.+?)\*\*/)
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter(({ text: part }) => part !== '');
}
