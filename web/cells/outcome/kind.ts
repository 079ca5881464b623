import { defineCell } from '../cell-kind.js';
import { freshFollowed } from '../followed-scenario.js';
import { outcomeCharts, outcomeFields, outcomeMeta, outcomeRequests, outcomeTables } from './outcome.js';
import { outcomeWords } from './words.js';

export const kind = defineCell({
  kind: 'outcome',
  group: 'result',
  fields: outcomeFields,
  words: outcomeWords,
  component: () => import('./OutcomeCell.svelte'),
  controls: () => import('./OutcomeControls.svelte'),
  requests: outcomeRequests,
  meta: outcomeMeta,
  tables: outcomeTables,
  charts: outcomeCharts,
  fresh: (place) => ({ ...freshFollowed(place), baseline: null }),
});
