import { reading } from '../../i18n/language.svelte.js';
import { freeId, insertCell, replaceCell } from '../../notebook/edit.js';
import type { Cell } from '../../notebook/notebook.js';
import type { CellHost } from '../cell-host.js';
import type { VillageCell } from './village.js';
import { villageWords } from './words.js';

/** A cell that shows one scenario in one year: behind it a new village cell is put. */
type Follower = Pick<Cell, 'id'> & { readonly scenario: string; readonly year: number | null };

const isVillage = (cell: Cell): cell is VillageCell => cell.kind === 'village';

/** Shows a village's story: in the village cell that follows the same scenario, below if there is one, else in a new one. */
export function showVillage(host: CellHost, village: string, from: Follower): void {
  const { notebook } = host;
  const below = notebook.cells.slice(notebook.cells.findIndex(({ id }) => id === from.id) + 1);
  const open = [...below, ...notebook.cells].filter(isVillage).find((cell) => cell.scenario === from.scenario);
  if (open) {
    host.change(replaceCell(notebook, { ...open, village, year: from.year, folded: false }), open.id);
    return;
  }
  const cell: VillageCell = {
    id: freeId(notebook, 'village'),
    kind: 'village',
    title: reading.of(villageWords).fresh,
    folded: false,
    scenario: from.scenario,
    year: from.year,
    village,
    option: null,
  };
  host.change(insertCell(notebook, cell, from.id), cell.id);
}
