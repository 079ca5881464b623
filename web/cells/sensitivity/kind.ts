import { defineCell } from '../cell-kind.js';
import { followedFields, freshFollowed } from '../followed-scenario.js';
import { sensitivityCharts, sensitivityRequests, sensitivityTables } from './sensitivity.js';
import { sensitivityWords } from './words.js';

export const kind = defineCell({
  kind: 'sensitivity',
  group: 'choice',
  fields: followedFields,
  words: sensitivityWords,
  start: 'on-press',
  component: () => import('./SensitivityCell.svelte'),
  controls: () => import('../ScenarioControls.svelte'),
  requests: sensitivityRequests,
  tables: sensitivityTables,
  charts: sensitivityCharts,
  fresh: freshFollowed,
});
