import { defineCell } from '../cell-kind.js';
import { freshSensitivity, sensitivityCharts, sensitivityFields, sensitivityRequests, sensitivityTables } from './sensitivity.js';
import { sensitivityWords } from './words.js';

export const kind = defineCell({
  kind: 'sensitivity',
  group: 'choice',
  fields: sensitivityFields,
  words: sensitivityWords,
  start: 'on-press',
  component: () => import('./SensitivityCell.svelte'),
  controls: () => import('./SensitivityControls.svelte'),
  requests: sensitivityRequests,
  tables: sensitivityTables,
  charts: sensitivityCharts,
  fresh: freshSensitivity,
});
