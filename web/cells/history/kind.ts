import { defineCell } from '../cell-kind.js';
import { historyCharts, historyFields, historyRequests, historyTables } from './history.js';
import { historyWords } from './words.js';

export const kind = defineCell({
  kind: 'history',
  group: 'record',
  fields: historyFields,
  words: historyWords,
  component: () => import('./HistoryCell.svelte'),
  controls: () => import('./HistoryControls.svelte'),
  requests: historyRequests,
  tables: historyTables,
  charts: historyCharts,
  fresh: () => ({ period: 'year' as const }),
});
