export interface Run {
  readonly text: string;
  /** Left out: as the rest. */
  readonly mark?: 'bold' | 'code';
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };

const HEADING = /^(#{1,3})\s+(.*)$/;
const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*\d+[.)、]\s*(.*)$/;

/**
 * Reads the few marks that planners use: headings, lists, **bold** and `names of the API`. The result is blocks of plain text, never HTML, so that
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

/** What is between backticks is taken as it stands. */
const readRuns = (text: string): Run[] =>
  text.split(/`([^`]+)`/).flatMap((part, index) => (index % 2 === 1 ? [{ text: part, mark: 'code' as const }] : readBold(part)));

const readBold = (text: string): Run[] =>
  text
    .split(/\*\*(.+?)\*\*/)
    .map((part, index): Run => (index % 2 === 1 ? { text: part, mark: 'bold' } : { text: part }))
    .filter(({ text: part }) => part !== '');
