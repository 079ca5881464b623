import { defineCell } from '../cell-kind.js';
import { adoptedPlanFields, adoptedPlanRequests, adoptedPlanTables } from './adopted-plan.js';
import { freshFollowed } from '../followed-scenario.js';
import { adoptedPlanWords } from './words.js';

export const kind = defineCell({
  kind: 'adopted-plan',
  group: 'choice',
  fields: adoptedPlanFields,
  words: adoptedPlanWords,
  component: () => import('./AdoptedPlanCell.svelte'),
  controls: () => import('../ScenarioControls.svelte'),
  requests: adoptedPlanRequests,
  tables: adoptedPlanTables,
  fresh: (place) => ({ ...freshFollowed(place), plan: null }),
});
