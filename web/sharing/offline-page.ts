import { shown } from '../cells/cell-place.js';
import { kindOf } from '../cells/registry.js';
import { reading } from '../i18n/language.svelte.js';
import type { SharedNotebook } from './shared-notebook.js';
import { cellText, isNumeric } from '../tables/cell-text.js';
import type { DataTable } from '../tables/data-table.js';
import { headingOf } from '../tables/heading.js';
import { sharingWords } from './words.js';

/** A table for people to read; more belongs into a spreadsheet, and would make the file too heavy to send. */
const MOST_ROWS = 1000;
/** Nothing is loaded and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** What only serves to change or to ask: a page that is read has no use for it. */
const MACHINERY =
  '.gap, .add, .tools, .controls, .menu, input[type="range"], input[type="search"], label:has(> input[type="search"]), [aria-live]';
const ROOM = '.body svg{max-width:100%;height:auto}main{max-width:1008px}.offline{max-width:1008px;margin:0 auto;padding:1rem 1.5rem 0}';

/**
 * The notebook as it is on the page, as one HTML file that needs neither server nor network: text, pictures, the values of
 * every field, and every table of every cell.
 * @param page the `main` element that shows the notebook
 */
export function offlinePage(session: SharedNotebook, page: HTMLElement, writtenAt: Date): string {
  const words = reading.of(sharingWords);
  const { frame } = reading.words;
  const { county, notebook, provenance } = session;
  const main = frozen(page, notebook.title);
  for (const cell of notebook.cells) {
    const section = main.querySelector(`[data-cell="${CSS.escape(cell.id)}"]`);
    const { answers } = session.runOf(cell);
    const kind = kindOf(cell);
    const tables = answers ? kind.tables(shown(session, cell, answers, reading.voice(kind.words))) : [];
    if (section && tables.length > 0) section.append(tablesOf(tables));
  }
  const head = element('header', { class: 'offline' }, [
    element('b', {}, [county.name]),
    ` · ${county.asOf === null ? frame.noData : frame.dataUntil(county.asOf)} · ${frame.villages(county.villageCount)} `,
    ...(county.demonstration ? [element('b', {}, [`${frame.demonstration} `]), element('span', {}, [frame.demonstrationWhy])] : []),
    element('p', {}, [words.written(reading.format.moment(writtenAt))]),
  ]);
  const foot = element('footer', { class: 'offline' }, [
    provenance
      ? frame.provenance(
          provenance.dataVersion.slice(0, 12),
          provenance.engineVersion,
          provenance.seed,
          reading.format.count(provenance.trials),
          provenance.asOf,
        )
      : '',
  ]);
  const document = element('body', {}, [head, main, foot]);
  return `<!doctype html>
<html lang="${reading.language}" data-theme="light" data-mode="read">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${element('title', {}, [`${notebook.title} · ${frame.product}`]).outerHTML}
<style>${styles()}${ROOM}</style>
</head>
${document.outerHTML}
</html>
`;
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What the page's style sheets say, without fonts, which would be fetched. */
function styles(): string {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => !(rule instanceof CSSFontFaceRule || rule instanceof CSSImportRule))
    .map((rule) => rule.cssText)
    .join('\n')
    .replaceAll('</', '<\\/');
}

/** A copy in which what could be changed has become what it says. */
function frozen(page: HTMLElement, title: string): HTMLElement {
  const copy = page.cloneNode(true) as HTMLElement;
  const fields = [...page.querySelectorAll<HTMLElement>('input, select, textarea')];
  const copies = [...copy.querySelectorAll('input, select, textarea')];
  fields.forEach((field, place) => copies[place]!.replaceWith(saidBy(field)));
  const heading = copy.querySelector('h1');
  if (heading) heading.textContent = title;
  for (const one of copy.querySelectorAll(MACHINERY)) one.remove();
  for (const button of copy.querySelectorAll('button')) {
    const isText = button.closest('td, th, li, .body p') !== null && button.textContent.trim() !== '';
    if (isText) button.replaceWith(element('span', {}, [...button.childNodes]));
    else button.remove();
  }
  for (const one of copy.querySelectorAll('*'))
    for (const name of ['tabindex', 'contenteditable', 'aria-busy', 'draggable']) one.removeAttribute(name);
  // Drawn for one width, looked at on any.
  for (const drawing of copy.querySelectorAll('.body svg[width][height]:not([viewBox])'))
    drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`);
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href]')) link.setAttribute('href', link.href);
  return copy;
}

function saidBy(field: HTMLElement): Node {
  if (field instanceof HTMLSelectElement) return element('b', {}, [field.selectedOptions[0]?.textContent ?? '']);
  if (field instanceof HTMLTextAreaElement) {
    if (field.closest('h1')) return document.createTextNode('');
    // The title of a cell stands beside its field already, for who listens.
    return element(field.closest('h2') ? 'span' : 'p', {}, [field.value]);
  }
  if (!(field instanceof HTMLInputElement)) return document.createTextNode('');
  if (field.type === 'checkbox' || field.type === 'radio') return document.createTextNode(field.checked ? '☑ ' : '☐ ');
  // The machinery goes later, by what it is.
  if (field.type === 'range' || field.type === 'search') return field.cloneNode(true);
  return element('b', {}, [field.value]);
}

function tablesOf(tables: readonly DataTable[]): HTMLElement {
  const words = reading.of(sharingWords);
  const { format } = reading;
  return element('details', {}, [
    element('summary', {}, [words.tables(tables.length)]),
    ...tables.flatMap(({ title, columns, rows, source }) => [
      element('h3', {}, [title]),
      element('div', { class: 'scroll' }, [
        element('table', {}, [
          element('thead', {}, [
            element(
              'tr',
              {},
              columns.map((column) => element('th', { scope: 'col' }, [headingOf(column, format)])),
            ),
          ]),
          element(
            'tbody',
            {},
            rows.slice(0, MOST_ROWS).map((row) =>
              element(
                'tr',
                {},
                columns.map((column, place) =>
                  element('td', isNumeric(column) ? { class: 'number' } : {}, [cellText(row[place] ?? null, column, format)]),
                ),
              ),
            ),
          ),
        ]),
      ]),
      element('p', { class: 'note' }, [
        source,
        ...(rows.length > MOST_ROWS ? [` ${words.moreRows(format.count(rows.length - MOST_ROWS))}`] : []),
      ]),
    ]),
  ]);
}
