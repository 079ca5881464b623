import type { KnownCodes } from '../../server/scenario/known-regions.js';

const villages = new Map([
  ['451026100201', '永宁村'],
  ['451026100202', '者兰村'],
  ['451026101201', '百合村'],
]);

/** A small world to read scenarios against: one county, two townships, three villages, one park. */
export const known: KnownCodes = {
  regions: new Map([
    ['45', '广西壮族自治区'],
    ['4510', '百色市'],
    ['451026', '那坡县'],
    ['451026100', '城厢镇'],
    ['451026101', '平孟镇'],
    ...villages,
  ]),
  villages,
  parks: new Map([['NAPO-COCOON', '鲜茧集中加工产业园']]),
};
