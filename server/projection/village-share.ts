import type { CountyRecord } from '../base/county.js';

/** Which villages of a county are computed here, where the villages are shared out. */
export type VillageShare = (county: CountyRecord) => (village: string) => boolean;

export const ALL_VILLAGES: VillageShare = () => () => true;

/**
 * Every `of`-th village of a county, from the `index`-th on. A village always falls to the same share, whatever is asked of
 * it, so that whoever computes the share finds the random numbers that it kept.
 */
export const villageShare =
  (index: number, of: number): VillageShare =>
  ({ villages }) => {
    const own = new Set(villages.filter((_, position) => position % of === index).map(({ code }) => code));
    return (village) => own.has(village);
  };
