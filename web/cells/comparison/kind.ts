import { defineCell } from '../cell-kind.js';
import { comparisonFields, comparisonMeta, comparisonRequests, comparisonTables, freshComparison } from './comparison.js';
import { comparisonWords } from './words.js';

export const kind = defineCell({
  kind: 'comparison',
  group: 'choice',
  fields: comparisonFields,
  words: comparisonWords,
  start: 'when-calm',
  component: () => import('./ComparisonCell.svelte'),
  controls: () => import('./ComparisonControls.svelte'),
  requests: comparisonRequests,
  meta: comparisonMeta,
  tables: comparisonTables,
  fresh: freshComparison,
});
