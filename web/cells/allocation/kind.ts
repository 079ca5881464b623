import { defineCell } from '../cell-kind.js';
import { allocationCharts, allocationFields, allocationMeta, allocationRequests, allocationTables, freshAllocation } from './allocation.js';
import { allocationWords } from './words.js';

export const kind = defineCell({
  kind: 'allocation',
  group: 'choice',
  fields: allocationFields,
  words: allocationWords,
  start: 'when-calm',
  component: () => import('./AllocationCell.svelte'),
  controls: () => import('./AllocationControls.svelte'),
  requests: allocationRequests,
  meta: allocationMeta,
  tables: allocationTables,
  charts: allocationCharts,
  fresh: freshAllocation,
});
