import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named } from '../operations.js';
import type { PropertyWords } from './words.js';

export interface JointProperty {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly boughtOn: string;
  /** Yuan. */
  readonly price: number;
  readonly tenant: string | null;
  readonly yearlyRent: number | null;
}

interface PropertyShare {
  readonly property: { readonly id: string } | null;
  readonly village: Named | null;
  readonly paid: number;
}

export interface PropertyAnswer {
  readonly jointProperties: { readonly nodes: readonly JointProperty[] };
  readonly propertyShares: { readonly nodes: readonly PropertyShare[] };
}

export const jointProperties = (county: string): Request<PropertyAnswer> => ({
  query: `query JointProperties($scope: [ID!]) {
    jointProperties(scope: $scope, first: 1000) { nodes { id name address boughtOn price tenant yearlyRent } }
    propertyShares(scope: $scope, first: 1000) { nodes { property { id } village { code name } paid } } }`,
  variables: { scope: [county] },
});

/** What a village has in a property. */
export interface VillageShare {
  readonly village: string;
  readonly code: string;
  readonly paid: number;
  /** Of what all villages paid, between 0 and 1. */
  readonly share: number;
  /** Its part of the yearly rent; null where no rent is known. */
  readonly rent: number | null;
}

export interface SharedProperty extends JointProperty {
  /** What all villages paid together. */
  readonly paid: number;
  /** The largest first; a village that paid several times stands once. */
  readonly shares: readonly VillageShare[];
}

/** Each property with its villages; the rent is divided by what they paid. */
export function sharedProperties({ jointProperties, propertyShares }: PropertyAnswer): readonly SharedProperty[] {
  return jointProperties.nodes.map((property) => {
    const own = propertyShares.nodes.filter((share) => share.property?.id === property.id && share.village !== null);
    const byVillage = new Map<string, { readonly village: Named; paid: number }>();
    for (const { village, paid } of own) {
      const entry = byVillage.get(village!.code) ?? { village: village!, paid: 0 };
      byVillage.set(village!.code, { ...entry, paid: entry.paid + paid });
    }
    const paid = own.reduce((sum, one) => sum + one.paid, 0);
    const shares = [...byVillage.values()].map(({ village, paid: part }) => {
      const share = paid > 0 ? part / paid : 0;
      return {
        village: village.name,
        code: village.code,
        paid: part,
        share,
        rent: property.yearlyRent === null ? null : Math.round(property.yearlyRent * share * 100) / 100,
      };
    });
    return { ...property, paid, shares: shares.toSorted((left, right) => right.paid - left.paid || (left.code < right.code ? -1 : 1)) };
  });
}

/** How far what was paid is from the price, yuan; 0 where it is the price to the fen. */
export const unpaidOf = ({ price, paid }: SharedProperty): number => Math.round((price - paid) * 100) / 100;

export const propertyTable = (properties: readonly SharedProperty[], words: PropertyWords, county: string): DataTable => ({
  name: 'joint-property',
  title: `${county} ${words.title}`,
  columns: [
    { title: words.property, format: 'text' },
    { title: words.village, format: 'text', strong: true },
    { title: words.paid, format: 'money' },
    { title: words.share, format: 'share', digits: 1 },
    { title: words.rent, format: 'money' },
  ],
  rows: properties.flatMap(({ name, shares }) => shares.map(({ village, paid, share, rent }) => [name, village, paid, share, rent])),
  source: words.source,
});
