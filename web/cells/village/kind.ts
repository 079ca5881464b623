import { defineCell } from '../cell-kind.js';
import { villageCharts, villageFields, villageRequests, villageTables, freshVillage } from './village.js';
import { villageWords } from './words.js';

export const kind = defineCell({
  kind: 'village',
  group: 'result',
  fields: villageFields,
  words: villageWords,
  component: () => import('./VillageCell.svelte'),
  controls: () => import('./VillageControls.svelte'),
  requests: villageRequests,
  tables: villageTables,
  charts: villageCharts,
  fresh: freshVillage,
});
