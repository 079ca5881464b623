import { defineCell } from '../cell-kind.js';
import { calibrationCharts, calibrationFields, calibrationRequests, calibrationTables } from './calibration.js';
import { calibrationWords } from './words.js';

export const kind = defineCell({
  kind: 'calibration',
  group: 'record',
  fields: calibrationFields,
  words: calibrationWords,
  start: 'on-press',
  component: () => import('./CalibrationCell.svelte'),
  controls: () => import('./CalibrationControls.svelte'),
  requests: calibrationRequests,
  tables: calibrationTables,
  charts: calibrationCharts,
  fresh: () => ({ closedMonths: 0 }),
});
