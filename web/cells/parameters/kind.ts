import { defineCell } from '../cell-kind.js';
import { parametersFields, parametersMeta, parametersRequests } from './parameters.js';
import { parametersWords } from './words.js';

export const kind = defineCell({
  kind: 'parameters',
  group: 'basis',
  fields: parametersFields,
  words: parametersWords,
  standsAlone: true,
  component: () => import('./ParametersCell.svelte'),
  requests: parametersRequests,
  meta: parametersMeta,
  fresh: () => ({ scenario: {} }),
});
