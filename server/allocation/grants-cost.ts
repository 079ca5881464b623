import { toFen, toYuan } from '../base/money.js';
import type { ListedGrant } from '../scenario/scenario.js';

/** Sum of some grants, exact to the fen. @returns yuan */
export const grantsCost = (grants: readonly Pick<ListedGrant, 'amount'>[]): number =>
  toYuan(grants.reduce((sum, { amount }) => sum + toFen(amount), 0));
