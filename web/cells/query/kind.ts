import { defineCell } from '../cell-kind.js';
import { freshQuery, queryFields, queryRequests, queryTables } from './query.js';
import { queryWords } from './words.js';

export const kind = defineCell({
  kind: 'query',
  group: 'record',
  fields: queryFields,
  words: queryWords,
  start: 'on-press',
  standsAlone: true,
  component: () => import('./QueryCell.svelte'),
  requests: queryRequests,
  tables: queryTables,
  fresh: freshQuery,
});
