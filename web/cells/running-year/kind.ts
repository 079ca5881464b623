import { defineCell } from '../cell-kind.js';
import { freshRunningYear, runningYearCharts, runningYearFields, runningYearRequests, runningYearTables } from './running-year.js';
import { runningYearWords } from './words.js';

export const kind = defineCell({
  kind: 'running-year',
  group: 'result',
  fields: runningYearFields,
  words: runningYearWords,
  start: 'when-calm',
  component: () => import('./RunningYearCell.svelte'),
  controls: () => import('./RunningYearControls.svelte'),
  requests: runningYearRequests,
  tables: runningYearTables,
  charts: runningYearCharts,
  fresh: freshRunningYear,
});
