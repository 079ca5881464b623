import type { Component } from 'svelte';
import type { Provenance } from '../api/operations.js';
import type { Format } from '../i18n/format.js';
import type { Catalogue } from '../i18n/zh-cn.js';
import type { Cell, CellKind, Notebook } from '../notebook/notebook.js';
import { scenarioCells } from '../notebook/notebook.js';
import type { Answers, Requests, Start } from '../notebook/runs.js';
import type { CellHost } from './cell-host.js';
import { calibrationRequests } from './calibration/calibration.js';
import CalibrationCell from './calibration/CalibrationCell.svelte';
import CalibrationControls from './calibration/CalibrationControls.svelte';
import { comparisonMeta, comparisonRequests, freshComparison, type ComparisonAnswers } from './comparison/comparison.js';
import ComparisonCell from './comparison/ComparisonCell.svelte';
import ComparisonControls from './comparison/ComparisonControls.svelte';
import HistoryCell from './history/HistoryCell.svelte';
import HistoryControls from './history/HistoryControls.svelte';
import { historyRequests } from './history/history.js';
import OutcomeCell from './outcome/OutcomeCell.svelte';
import { errorOf, outcomeRequests, type OutcomeAnswers } from './outcome/outcome.js';
import ParametersCell from './parameters/ParametersCell.svelte';
import { parametersMeta, parametersRequests } from './parameters/parameters.js';
import ScenarioControls from './ScenarioControls.svelte';
import TextCell from './text/TextCell.svelte';
import VillageCell from './village/VillageCell.svelte';
import { villageRequests } from './village/village.js';
import VillagesCell from './villages/VillagesCell.svelte';
import { villagesRequests } from './villages/villages.js';

/** Where a cell asks: the notebook that it stands in and the county that this is about. */
export interface CellPlace {
  readonly notebook: Notebook;
  readonly county: string;
  readonly countyAsOf: string | null;
}

/** Any cell's component; the page hands each kind its own cell and answers. */
type CellComponent = Component<{ cell: Cell; host: CellHost; answers: Answers | undefined }>;
type ControlsComponent = Component<{ cell: Cell; host: CellHost }>;

export interface CellDefinition {
  readonly component: CellComponent;
  /** Small choices in the cell's head; undefined: none. */
  readonly controls: ControlsComponent | undefined;
  /** Whether the component shows itself before (or without) any answer. */
  readonly standsAlone: boolean;
  readonly start: Start;
  /** What pressing 运行 will bring, in a cell that shows nothing yet. */
  invitation(words: Catalogue): string;
  /** What a cell that nothing blocks needs from the API. */
  requests(cell: Cell, place: CellPlace): Requests;
  /** What the head says beside the time taken. */
  meta(cell: Cell, answers: Answers | undefined, words: Catalogue, format: Format): string;
  /** A new cell of this kind, set up to work at once where it can. */
  fresh(id: string, notebook: Notebook, words: Catalogue, village: string): Cell;
}

interface Definition<Kind extends CellKind> {
  component: Component<never>;
  controls?: Component<never>;
  standsAlone?: boolean;
  start?: Start;
  invitation?(words: Catalogue): string;
  requests(cell: Extract<Cell, { kind: Kind }>, place: CellPlace): Requests;
  meta?(cell: Extract<Cell, { kind: Kind }>, answers: Answers | undefined, words: Catalogue, format: Format): string;
  fresh(id: string, notebook: Notebook, words: Catalogue, village: string): Extract<Cell, { kind: Kind }>;
}

/** Forgets a definition's kind: the one place where a cell is trusted to be of the kind it says. */
const define = <Kind extends CellKind>(definition: Definition<Kind>): CellDefinition => ({
  component: definition.component as unknown as CellComponent,
  controls: definition.controls as unknown as ControlsComponent | undefined,
  standsAlone: definition.standsAlone ?? false,
  start: definition.start ?? 'at-once',
  invitation: (words) => definition.invitation?.(words) ?? words.cell.canceled,
  requests: (cell, place) => definition.requests(cell as Extract<Cell, { kind: Kind }>, place),
  meta: (cell, answers, words, format) => definition.meta?.(cell as Extract<Cell, { kind: Kind }>, answers, words, format) ?? '',
  fresh: definition.fresh,
});

/** A new cell that follows the first scenario there is. */
const following = (id: string, notebook: Notebook, title: string) => ({
  id,
  folded: false,
  title,
  scenario: scenarioCells(notebook)[0]?.id ?? '',
  year: null,
});

export const CELLS: Readonly<Record<CellKind, CellDefinition>> = {
  text: define<'text'>({
    component: TextCell,
    standsAlone: true,
    requests: () => ({}),
    fresh: (id, _notebook, words) => ({ id, kind: 'text', folded: false, text: words.text.fresh }),
  }),
  parameters: define<'parameters'>({
    component: ParametersCell,
    standsAlone: true,
    requests: (cell, { county }) => parametersRequests(cell, county),
    meta: (cell, _answers, words, format) => parametersMeta(cell, words, format),
    fresh: (id, _notebook, words) => ({ id, kind: 'parameters', folded: false, title: words.parameters.fresh, scenario: {} }),
  }),
  outcome: define<'outcome'>({
    component: OutcomeCell,
    controls: ScenarioControls,
    requests: (cell, { notebook, county }) => outcomeRequests(cell, notebook, county),
    meta(_cell, answers, words, format) {
      const shown = answers as unknown as OutcomeAnswers | undefined;
      return shown ? words.cell.error(`±${format.count(errorOf(shown.scenario.projection.outcome), 1)} ${words.outcome.villageUnit}`) : '';
    },
    fresh: (id, notebook, words) => ({ ...following(id, notebook, words.outcome.fresh), kind: 'outcome', baseline: null }),
  }),
  comparison: define<'comparison'>({
    component: ComparisonCell,
    controls: ComparisonControls,
    start: 'when-calm',
    requests: (cell, { notebook, county }) => comparisonRequests(cell, notebook, county),
    meta: (_cell, answers, words, format) => comparisonMeta(answers as ComparisonAnswers | undefined, words, format),
    fresh: (id, notebook, words) => freshComparison(id, notebook, words),
  }),
  villages: define<'villages'>({
    component: VillagesCell,
    controls: ScenarioControls,
    requests: (cell, { notebook, county }) => villagesRequests(cell, notebook, county),
    fresh: (id, notebook, words) => ({ ...following(id, notebook, words.villages.fresh), kind: 'villages' }),
  }),
  village: define<'village'>({
    component: VillageCell,
    controls: ScenarioControls,
    requests: (cell, { notebook, county, countyAsOf }) => villageRequests(cell, notebook, county, countyAsOf),
    fresh: (id, notebook, words, village) => ({ ...following(id, notebook, words.village.fresh), kind: 'village', village, option: null }),
  }),
  calibration: define<'calibration'>({
    component: CalibrationCell,
    controls: CalibrationControls,
    start: 'on-press',
    invitation: (words) => words.calibration.invitation,
    requests: (_cell, { county }) => calibrationRequests(county),
    fresh: (id, _notebook, words) => ({ id, kind: 'calibration', folded: false, title: words.calibration.fresh, closedMonths: 0 }),
  }),
  history: define<'history'>({
    component: HistoryCell,
    controls: HistoryControls,
    requests: (cell, { county }) => historyRequests(cell, county),
    fresh: (id, _notebook, words) => ({ id, kind: 'history', folded: false, title: words.history.fresh, period: 'year' }),
  }),
};

/** The provenance of whatever a cell shows, if it is a projection's. */
export function provenanceOf(answers: Answers | undefined): Provenance | undefined {
  for (const answer of Object.values(answers ?? {})) {
    const { projection } = answer as { projection?: Provenance };
    if (projection) return projection;
  }
  return undefined;
}
