import { defineCell } from '../cell-kind.js';
import { budgetedFields, freshBudgeted } from '../policies-asked.js';
import { robustnessCharts, robustnessRequests, robustnessTables } from './robustness.js';
import { robustnessWords } from './words.js';

export const kind = defineCell({
  kind: 'robustness',
  group: 'choice',
  fields: budgetedFields,
  words: robustnessWords,
  start: 'on-press',
  component: () => import('./RobustnessCell.svelte'),
  controls: () => import('../BudgetControls.svelte'),
  requests: robustnessRequests,
  tables: robustnessTables,
  charts: robustnessCharts,
  fresh: freshBudgeted,
});
