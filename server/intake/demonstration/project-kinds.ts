import type { Industry, Mode } from '../../base/vocabulary.js';
import type { TermName } from '../tables.js';
import type { ParkCode } from './parks.js';

/** A kind of project that villages ask for, and the terms it is offered at. */
export interface ProjectOffer {
  readonly name: string;
  /** What its receipts are entered under. */
  readonly account: { readonly mode: Mode; readonly industry: Industry; readonly park: ParkCode | null };
  /** Planned first month of returns, the earliest and the latest. */
  readonly starts: readonly [string, string];
  /** Yearly return that the contract promises, in percent, from and to. */
  readonly percent: readonly [number, number];
  readonly terms: Readonly<Record<Exclude<TermName, 'rate'>, number>>;
  /** Payments a year, and whether they come ahead of the time they are for. */
  readonly instalments: { readonly perYear: number; readonly ahead: boolean };
}

/**
 * Promised returns are 3 to 10 percent of the capital, mostly 4.5 to 9. Rents seldom fail; what is grown or raised fails
 * more often, comes later, and is partly insured.
 */
export const PROJECT_KINDS = {
  shops: {
    name: '购置门面出租',
    account: { mode: 'PROPERTY', industry: 'PROPERTY', park: null },
    starts: ['2019-09', '2020-03'],
    percent: [4.5, 6],
    terms: { sd: 0.1, delay: 1, failure: 0.01, insured: 0, premium: 0, late: 0.05 },
    instalments: { perYear: 1, ahead: true },
  },
  silkwormHouses: {
    name: '新建蚕房出租',
    account: { mode: 'PROPERTY', industry: 'SERICULTURE', park: 'NAPO-COCOON' },
    starts: ['2020-02', '2020-07'],
    percent: [4.5, 7],
    terms: { sd: 0.15, delay: 2, failure: 0.02, insured: 0, premium: 0, late: 0.1 },
    instalments: { perYear: 2, ahead: true },
  },
  cocoonLine: {
    name: '鲜茧集中加工生产线',
    account: { mode: 'INDUSTRY', industry: 'SERICULTURE', park: 'NAPO-COCOON' },
    starts: ['2019-10', '2020-08'],
    percent: [6, 9],
    terms: { sd: 0.35, delay: 2, failure: 0.05, insured: 0, premium: 0, late: 0.15 },
    instalments: { perYear: 2, ahead: false },
  },
  breedingFarm: {
    name: '入股德康种猪场',
    account: { mode: 'INDUSTRY', industry: 'LIVESTOCK', park: 'NAPO-LIVESTOCK' },
    starts: ['2020-06', '2020-10'],
    percent: [6, 8],
    terms: { sd: 0.25, delay: 4, failure: 0.05, insured: 0.6, premium: 0.02, late: 0.15 },
    instalments: { perYear: 2, ahead: false },
  },
  nongxinFarm: {
    name: '农信家庭农场生猪代养',
    account: { mode: 'INDUSTRY', industry: 'LIVESTOCK', park: 'NAPO-LIVESTOCK' },
    starts: ['2020-06', '2020-09'],
    percent: [6, 10],
    terms: { sd: 0.3, delay: 3, failure: 0.07, insured: 0.5, premium: 0.02, late: 0.15 },
    instalments: { perYear: 2, ahead: false },
  },
  sanzhangFarm: {
    name: '三章家庭农场生猪代养',
    account: { mode: 'INDUSTRY', industry: 'LIVESTOCK', park: 'NAPO-LIVESTOCK' },
    starts: ['2020-06', '2020-09'],
    percent: [6, 10],
    terms: { sd: 0.3, delay: 3, failure: 0.07, insured: 0.5, premium: 0.02, late: 0.15 },
    instalments: { perYear: 2, ahead: false },
  },
  mangoOrchard: {
    name: '兴边富民芒果园扩种',
    account: { mode: 'INDUSTRY', industry: 'OTHER', park: 'NAPO-MANGO' },
    starts: ['2020-07', '2020-10'],
    percent: [4.5, 8],
    terms: { sd: 0.4, delay: 5, failure: 0.08, insured: 0.3, premium: 0.02, late: 0.2 },
    instalments: { perYear: 1, ahead: false },
  },
  oilPress: {
    name: '茴油茶油加工坊',
    account: { mode: 'RESOURCE', industry: 'FORESTRY', park: null },
    starts: ['2020-06', '2020-10'],
    percent: [4.5, 9],
    terms: { sd: 0.35, delay: 3, failure: 0.06, insured: 0, premium: 0, late: 0.1 },
    instalments: { perYear: 2, ahead: false },
  },
  sawmill: {
    name: '木材加工厂',
    account: { mode: 'RESOURCE', industry: 'FORESTRY', park: null },
    starts: ['2019-11', '2020-08'],
    percent: [5, 10],
    terms: { sd: 0.35, delay: 4, failure: 0.08, insured: 0, premium: 0, late: 0.1 },
    instalments: { perYear: 4, ahead: false },
  },
  farmStore: {
    name: '农资超市',
    account: { mode: 'SERVICE', industry: 'OTHER', park: null },
    starts: ['2020-01', '2020-05'],
    percent: [3, 6],
    terms: { sd: 0.25, delay: 1, failure: 0.03, insured: 0, premium: 0, late: 0.05 },
    instalments: { perYear: 4, ahead: false },
  },
  jointTourism: {
    name: '旅游联营入股',
    account: { mode: 'TOURISM', industry: 'OTHER', park: null },
    starts: ['2020-05', '2020-10'],
    percent: [5, 8],
    terms: { sd: 0.3, delay: 3, failure: 0.05, insured: 0, premium: 0, late: 0.1 },
    instalments: { perYear: 2, ahead: false },
  },
} as const satisfies Record<string, ProjectOffer>;

export type ProjectKind = keyof typeof PROJECT_KINDS;
