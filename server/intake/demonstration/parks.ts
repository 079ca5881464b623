import type { ParkRow } from '../tables.js';

export const COUNTY = '451026';

/** The three parks that the article names, with who pays the villages. */
export const PARKS = [
  { code: 'NAPO-LIVESTOCK', name: '生态养殖扶贫产业示范园', kind: '生猪养殖', payer: '德康养猪场', county: COUNTY },
  { code: 'NAPO-MANGO', name: '兴边富民芒果产业园', kind: '芒果种植', payer: '芒果园承包方(示例)', county: COUNTY },
  { code: 'NAPO-COCOON', name: '鲜茧集中加工产业园', kind: '鲜茧加工', payer: '鲜茧加工厂(示例)', county: COUNTY },
] as const satisfies readonly ParkRow[];

export type ParkCode = (typeof PARKS)[number]['code'];
