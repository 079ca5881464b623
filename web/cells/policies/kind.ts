import { defineCell } from '../cell-kind.js';
import { budgetedFields, freshBudgeted } from '../policies-asked.js';
import { policiesCharts, policiesRequests, policiesTables } from './policies.js';
import { policiesWords } from './words.js';

export const kind = defineCell({
  kind: 'policies',
  group: 'choice',
  fields: budgetedFields,
  words: policiesWords,
  start: 'on-press',
  component: () => import('./PoliciesCell.svelte'),
  controls: () => import('../BudgetControls.svelte'),
  requests: policiesRequests,
  tables: policiesTables,
  charts: policiesCharts,
  fresh: freshBudgeted,
});
