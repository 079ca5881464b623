import type { County, Village } from '../api/operations.js';
import type { Voice } from '../i18n/voice.js';
import type { Notebook } from '../notebook/notebook.js';
import type { ScenarioDefaults } from './scenario-defaults.js';

/** Where a cell stands: in which notebook, about which county, with what where a scenario says nothing. */
export interface CellPlace {
  readonly notebook: Notebook;
  readonly county: County;
  readonly villages: readonly Village[];
  readonly defaults: ScenarioDefaults;
}

/** All that a cell's text, tables and charts are made from. */
export type Shown<Cell, Answers, Words> = CellPlace & Voice<Words> & { readonly cell: Cell; readonly answers: Answers };

export const shown = <Cell, Answers, Words>(
  { notebook, county, villages, defaults }: CellPlace,
  cell: Cell,
  answers: Answers,
  voice: Voice<Words>,
): Shown<Cell, Answers, Words> => ({ notebook, county, villages, defaults, cell, answers, ...voice });
