import { defineCell } from '../cell-kind.js';
import { bulletinFields, bulletinRequests, bulletinTables } from './bulletin.js';
import { bulletinWords } from './words.js';

export const kind = defineCell({
  kind: 'bulletin',
  group: 'record',
  fields: bulletinFields,
  words: bulletinWords,
  component: () => import('./BulletinCell.svelte'),
  controls: () => import('./BulletinControls.svelte'),
  requests: bulletinRequests,
  tables: bulletinTables,
  fresh: () => ({ month: null, township: null, show: 'attention' as const }),
});
