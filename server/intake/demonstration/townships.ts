import type { ActivityCode } from './activities.js';
import type { ProjectKind } from './project-kinds.js';

/** What sets a township apart. The names come with the village list. */
export interface TownshipProfile {
  /** Factor on every stream's yearly income: markets and roads are near the county seat, not at the border. */
  readonly wealth: number;
  /** Of a hundred villages, those whose co-operative has nothing that earns. */
  readonly idle: number;
  /** Of a hundred villages, those that have each activity, if they are not idle. */
  readonly activities: Readonly<Record<ActivityCode, number>>;
  /** Which projects its villages ask for, by weight. */
  readonly projects: Readonly<Partial<Record<ProjectKind, number>>>;
}

const ACTIVITY_ORDER: readonly ActivityCode[] = [
  ...(['cocoons', 'herbs', 'pigs', 'mango', 'woodland'] as const),
  ...(['shops', 'silkwormHouses', 'upkeep', 'farmStore', 'leases', 'oilPress', 'sawmill', 'jointTourism'] as const),
];

function township(wealth: number, idle: number, percentages: readonly number[], projects: TownshipProfile['projects']): TownshipProfile {
  const activities = Object.fromEntries(ACTIVITY_ORDER.map((code, column) => [code, percentages[column]!]));
  return { wealth, idle, activities: activities as Record<ActivityCode, number>, projects };
}

/**
 * The county seat lives on shops and services, 龙合 and 坡荷 grow mulberries, 德隆 has the pig farm, 平孟 a border market,
 * 百南 and 百省 little but woods and mangoes.
 */
// prettier-ignore
export const TOWNSHIPS: Readonly<Record<string, TownshipProfile>> = {
  // wealth, idle; cocoons herbs pigs mango woodland, shops silkworm houses, upkeep store, leases oil sawmill, tourism; projects
  '451026100': township(1.15, 1, [58, 26, 23,  4, 16, 86, 26, 68, 23, 18,  5, 12, 32], { shops: 5, cocoonLine: 3, farmStore: 2, jointTourism: 1 }), // 城厢镇
  '451026101': township(0.85, 5, [23, 36, 46, 42, 29, 52,  6, 52, 16, 29, 20,  8, 42], { nongxinFarm: 5, mangoOrchard: 3, shops: 2, jointTourism: 1 }), // 平孟镇
  '451026102': township(1.05, 3, [90, 29, 29,  6, 18, 39, 39, 52, 16, 23, 10, 10, 16], { cocoonLine: 4, silkwormHouses: 3, shops: 2, breedingFarm: 1 }), // 龙合镇
  '451026200': township(1.00, 4, [86, 34, 23,  5, 21, 34, 42, 44, 10, 26, 13, 13, 12], { cocoonLine: 4, silkwormHouses: 3, sawmill: 2 }), // 坡荷乡
  '451026203': township(1.00, 4, [42, 39, 75, 10, 29, 31, 16, 42, 10, 29, 23, 13, 21], { sanzhangFarm: 4, breedingFarm: 4, oilPress: 2 }), // 德隆乡
  '451026204': township(0.95, 9, [65, 39, 36,  8, 26, 29, 26, 47, 10, 26, 18, 13, 12], { breedingFarm: 3, cocoonLine: 3, sawmill: 2, farmStore: 1 }), // 百合乡
  '451026205': township(0.72, 7, [16, 34, 34, 62, 36, 21,  5, 42,  8, 34, 29, 10, 16], { mangoOrchard: 5, oilPress: 3, breedingFarm: 1 }), // 百南乡
  '451026207': township(0.68, 8, [18, 44, 34, 52, 39, 18,  5, 42,  8, 34, 34, 13, 12], { mangoOrchard: 4, oilPress: 3, sawmill: 2 }), // 百省乡
  '451026208': township(0.85, 7, [36, 42, 34, 36, 34, 26, 13, 44, 10, 31, 26, 13, 16], { mangoOrchard: 3, oilPress: 3, breedingFarm: 2, shops: 1 }), // 百都乡
};
