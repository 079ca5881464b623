import { defineCell } from '../cell-kind.js';
import { freshRobustness, robustnessCharts, robustnessFields, robustnessRequests, robustnessTables } from './robustness.js';
import { robustnessWords } from './words.js';

export const kind = defineCell({
  kind: 'robustness',
  group: 'choice',
  fields: robustnessFields,
  words: robustnessWords,
  start: 'on-press',
  component: () => import('./RobustnessCell.svelte'),
  controls: () => import('./RobustnessControls.svelte'),
  requests: robustnessRequests,
  tables: robustnessTables,
  charts: robustnessCharts,
  fresh: freshRobustness,
});
