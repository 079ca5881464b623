import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toYuan } from '../../base/money.js';
import { findProjects } from '../../store/projects.js';
import { funderAccounts } from '../../supervision/funding/funder-accounts.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { fundings } from '../../supervision/registers/funding.js';
import type { RequestContext } from '../context.js';
import { checkScope, countiesInScope } from '../scope.js';
import { FunderAccount } from '../types/funder-account.js';

@Resolver(() => FunderAccount)
export class FunderAccountResolver {
  @Query(() => [FunderAccount], {
    description: 'The ledger by funder, the one with most allotted first: what was allotted, committed and paid, and what is left.',
  })
  async funderAccounts(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true, description: 'Regions; the ledgers of their counties are told.' }) scope: string[] | null,
  ): Promise<FunderAccount[]> {
    const state = await context.loaders.state();
    const counties = countiesInScope(state, checkScope(state, scope)).map(({ code }) => code);
    const { db } = context.workspace.store;
    const [entries, projects] = await Promise.all([entriesOf(db, fundings, { counties }), findProjects(db, { scope: counties })]);
    const funded = projects.map(({ funder, capital, stage }) => ({ funder, capital, committed: stage === 'COMMITTED' }));
    return funderAccounts(entries, funded).map((account) => ({
      ...account,
      allotted: toYuan(account.allotted),
      committed: toYuan(account.committed),
      inApproval: toYuan(account.inApproval),
      paid: toYuan(account.paid),
      returned: toYuan(account.returned),
      left: toYuan(account.left),
    }));
  }
}
