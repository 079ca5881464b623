import { PLACES, PLACE_NAMES, placeWords } from '../frame/places.js';
import { reading } from '../i18n/language.svelte.js';
import { CELL_KINDS, kindOf } from '../cells/registry.js';
import { scenarioCells } from '../cells/parameters/parameters.js';
import { showVillage } from '../cells/village/show-village.js';
import type { PaletteItem } from './palette.js';
import type { NotebookSession } from './session.svelte.js';
import type { Workbench } from './workbench.svelte.js';

/** A thing to do, as the palette offers it. */
export interface Command {
  readonly name: string;
  readonly text: string;
  /** Its key, where it has one. */
  readonly keys?: string;
  /** Cannot be done now: not offered. */
  readonly disabled?: boolean;
  run(): void;
}

/** What the page opens. */
interface Dialogs {
  onkeys(): void;
  onversions(): void;
  onpresent(): void;
}

/** Everything that can be done with the open notebook and the page. */
export function commandsOf(session: NotebookSession, workbench: Workbench, { onkeys, onversions, onpresent }: Dialogs): readonly Command[] {
  const { frame, cell, palette } = reading.words;
  const { preferences } = workbench;
  const waiting = session.notebook.cells.some((one) => session.runOf(one).waiting);
  return [
    { name: 'undo', text: frame.undo, keys: 'Ctrl+Z', disabled: !session.canUndo, run: () => session.undo() },
    { name: 'redo', text: frame.redo, keys: 'Ctrl+Shift+Z', disabled: !session.canRedo, run: () => session.redo() },
    { name: 'run', text: palette.runWaiting, disabled: !waiting, run: () => session.runWaiting() },
    ...[...CELL_KINDS.values()].map(({ kind, words }) => ({
      name: `add-${kind}`,
      text: cell.add(reading.of(words).kind),
      run: () => void session.add(kind, session.current),
    })),
    { name: 'fold', text: palette.foldAll, run: () => session.foldAll(true) },
    { name: 'unfold', text: palette.unfoldAll, run: () => session.foldAll(false) },
    { name: 'copy', text: frame.copyToEdit, disabled: !workbench.isExample, run: () => workbench.copyToEdit() },
    {
      name: 'restore',
      text: frame.restore,
      disabled: workbench.isExample || !workbench.hasExample,
      run: () => workbench.restore(),
    },
    { name: 'versions', text: frame.versions, run: onversions },
    { name: 'present', text: frame.present, run: onpresent },
    { name: 'link', text: frame.copyLink, run: () => void workbench.copyLink() },
    { name: 'file', text: frame.asFile, run: () => void workbench.saveAsFile() },
    { name: 'print', text: frame.print, keys: 'Ctrl+P', run: () => window.print() },
    { name: 'keys', text: frame.keys, keys: '?', run: onkeys },
    {
      name: 'language',
      text: preferences.language === 'en' ? '中文' : 'English',
      run: () => workbench.prefer({ language: preferences.language === 'en' ? 'zh-CN' : 'en' }),
    },
    {
      name: 'theme',
      text: `${frame.theme} · ${preferences.theme === 'dark' ? frame.themeLight : frame.themeDark}`,
      run: () => workbench.prefer({ theme: preferences.theme === 'dark' ? 'light' : 'dark' }),
    },
    ...PLACE_NAMES.filter((name) => name !== 'notebook').map((name): Command => ({
      name,
      text: reading.of(placeWords)[name],
      run: () => location.assign(PLACES[name]),
    })),
  ];
}

/** What the palette offers: commands, the cells of the notebook, the villages of the county. */
export function paletteItems(session: NotebookSession, commands: readonly Command[]): readonly PaletteItem[] {
  const { cells } = session.notebook;
  const [scenario] = scenarioCells(session.notebook);
  return [
    ...commands
      .filter(({ disabled }) => !disabled)
      .map(({ name, text, keys, run }): PaletteItem => ({ key: `command-${name}`, sort: 'command', text, hint: keys ?? '', run })),
    ...cells.map((cell): PaletteItem => ({
      key: `cell-${cell.id}`,
      sort: 'cell',
      text: session.nameOf(cell),
      hint: reading.of(kindOf(cell).words).kind,
      run: () => (session.attention = cell.id),
    })),
    ...(scenario ? session.villages : []).map(({ code, name, township }): PaletteItem => ({
      key: `village-${code}`,
      sort: 'village',
      text: name,
      hint: `${township.name} ${code}`,
      run: () => showVillage(session, code, { id: cells.at(-1)?.id ?? '', scenario: scenario!.id, year: null }),
    })),
  ];
}
