import { expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const scenario = {
  name: '五个村',
  trials: 300,
  options: [{ code: '蚕房 A', mode: 'PROPERTY', start: '2020-09', rate: 0.06 }],
  policy: { neediest: { budget: 2_500_000, amount: 500_000, option: '蚕房 A' } },
};
const ADOPT =
  'mutation ($input: AdoptPlanInput!) { adoptPlan(input: $input) { plan { id number grants { village { code name } amount } } } }';
const MAKE = `mutation ($input: ProjectsFromPlanInput!) { change: projectsFromPlan(input: $input) {
  projects { code name stage capital start rate delay funder mode village { code } } existing batch userErrors { field code message } } }`;
const make = async (input: object): Promise<Answer> => (await server.ask(MAKE, { input }, 'zh')).data.change;

test('the grants of an adopted plan become projects at the first stage, once, and can be taken back as a batch', async () => {
  const before = (await server.ask('{ projects { totalCount } counties { code asOf demonstration } }')).data;
  const { plan } = (await server.ask(ADOPT, { input: { scenario, by: '县乡村振兴局' } })).data.adoptPlan;
  expect(plan.grants).toHaveLength(5);

  const made = await make({ plan: plan.id, funder: '县级资金', by: '黄干事' });
  expect(made).toMatchObject({ existing: 0, userErrors: [] });
  expect(made.projects.map(({ village }: Answer) => village.code)).toEqual(plan.grants.map(({ village }: Answer) => village.code));
  const [{ village }] = plan.grants;
  expect(made.projects[0]).toMatchObject({
    code: `PLAN1-${village.code}-蚕房-A`,
    name: `${village.name}物业项目（蚕房 A）`,
    stage: 'APPLICATION',
    capital: 500_000,
    start: '2020-09',
    rate: 0.06,
    delay: null,
    funder: '县级资金',
    mode: 'PROPERTY',
  });
  expect(await make({ plan: plan.id, by: '黄干事' })).toEqual({ projects: [], existing: 5, batch: null, userErrors: [] });
  const after = (await server.ask('{ projects { totalCount } counties { code asOf demonstration } }')).data;
  expect(after).toEqual({ projects: { totalCount: before.projects.totalCount + 5 }, counties: before.counties });

  const { importBatches } = (await server.ask('{ importBatches(first: 1) { nodes { id importedBy reason } } }')).data;
  expect(importBatches.nodes[0]).toMatchObject({ id: String(made.batch), importedBy: '黄干事', reason: '第 1 号方案 五个村' });
  const UNDO = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { userErrors { message } } }';
  expect((await server.ask(UNDO, { input: { batch: made.batch, by: '黄干事' } })).data.undoImport.userErrors).toEqual([]);
  expect((await server.ask('{ projects { totalCount } counties { code asOf demonstration } }')).data).toEqual(before);
  expect((await make({ plan: plan.id, funder: '县级资金', by: '黄干事' })).projects).toHaveLength(5);
});

test('says what is wrong and makes nothing', async () => {
  const { plan } = (await server.ask(ADOPT, { input: { scenario, by: '县乡村振兴局' } })).data.adoptPlan;
  expect((await make({ plan: 'none', by: '黄干事' })).userErrors).toEqual([
    expect.objectContaining({ field: ['input', 'plan'], code: 'UNKNOWN_PLAN' }),
  ]);
  expect((await make({ plan: plan.id, by: ' ' })).userErrors).toEqual([
    { field: ['input', 'by'], code: 'FIELD_REQUIRED', message: '“经办人”没有填；请填写' },
  ]);
  expect((await make({ plan: plan.id, by: '黄', funder: '资'.repeat(101) })).userErrors).toEqual([
    expect.objectContaining({ field: ['input', 'funder'], code: 'FIELD_TOO_LONG' }),
  ]);
  await server.ask('mutation ($input: WithdrawPlanInput!) { withdrawPlan(input: $input) { plan { id } } }', {
    input: { id: plan.id, reason: '重新研究', by: '县乡村振兴局' },
  });
  expect(await make({ plan: plan.id, by: '黄干事' })).toMatchObject({
    projects: [],
    userErrors: [{ code: 'PLAN_IS_WITHDRAWN', message: '第 2 号方案“五个村”已撤回，拨款不能转成项目；请先采纳新的方案' }],
  });
});

test('the ledger tells by funder what was allotted, committed, paid, and what is left', async () => {
  const book = async (kind: string, amount: number, documentNumber: string) => {
    const { data } = await server.ask('mutation ($input: SaveFundingInput!) { saveFunding(input: $input) { userErrors { message } } }', {
      input: { county: '451026', funder: '县级专项', level: 'COUNTY', kind, amount, bookedOn: '2020-03-01', documentNumber },
    });
    expect(data.saveFunding.userErrors).toEqual([]);
  };
  await book('ALLOTTED', 1_000_000, '那财〔2020〕1号');
  await book('PAID', 600_000, '那财〔2020〕2号');
  await book('RETURNED', 50_000, '那财〔2020〕3号');
  const { funderAccounts } = (
    await server.ask('{ funderAccounts { funder level allotted committed committedProjects inApproval paid returned left bookings } }')
  ).data;
  const of = (wanted: string) => funderAccounts.find(({ funder }: Answer) => funder === wanted);
  expect(of('县级专项')).toEqual({
    funder: '县级专项',
    level: 'COUNTY',
    allotted: 1_000_000,
    committed: 0,
    committedProjects: 0,
    inApproval: 0,
    paid: 600_000,
    returned: 50_000,
    left: 450_000,
    bookings: 3,
  });
  // The five grants that became projects above name their funder; nothing of it is committed before the stages are passed.
  expect(of('县级资金')).toMatchObject({ level: null, committed: 0, inApproval: 2_500_000, bookings: 0 });
  const { projects } = (await server.ask('{ projects(first: 1000, where: { stages: [COMMITTED] }) { nodes { funder capital } } }')).data;
  const committed = projects.nodes.filter(({ funder }: Answer) => funder).reduce((sum: number, { capital }: Answer) => sum + capital, 0);
  expect(funderAccounts.reduce((sum: number, account: Answer) => sum + account.committed, 0)).toBeCloseTo(committed, 2);
});
