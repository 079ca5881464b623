import { defineCell } from '../cell-kind.js';
import { followedFields, freshFollowed } from '../followed-scenario.js';
import { villagesCharts, villagesRequests, villagesTables } from './villages.js';
import { villagesWords } from './words.js';

export const kind = defineCell({
  kind: 'villages',
  group: 'result',
  fields: followedFields,
  words: villagesWords,
  component: () => import('./VillagesCell.svelte'),
  controls: () => import('../ScenarioControls.svelte'),
  requests: villagesRequests,
  tables: villagesTables,
  charts: villagesCharts,
  fresh: freshFollowed,
});
