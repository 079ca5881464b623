import { describe, expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { serving, type Answer } from './serving.js';

const server = serving();
const LIST = `query ($where: ProjectFilter, $first: Int) { projects(where: $where, first: $first) { totalCount pageInfo { hasNextPage }
  nodes { code name stage capital rate start village { code name } park { code } years { year received return full } demonstration } } }`;
const ADVANCE = `mutation ($input: AdvanceProjectInput!) { advanceProject(input: $input) {
  project { stage decisions { stage decision decidedOn decidedBy reason updatedBy } } userErrors { field code message } } }`;
const list = async (where: object = {}, first = 1000): Promise<Answer> => (await server.ask(LIST, { where, first })).data.projects;
const advance = async (input: object): Promise<Answer> => (await server.ask(ADVANCE, { input }, 'zh')).data.advanceProject;

describe('the project library', () => {
  test('is listed with what each project brought', async () => {
    const all = await list();
    expect(all.totalCount).toBe(all.nodes.length);
    expect(all.nodes.every(({ demonstration }: Answer) => demonstration)).toBe(true);
    const { income } = (await server.ask('{ income(groupBy: [PROJECT, YEAR]) { groups { project year amount } } }')).data;
    const paid = new Map(
      income.groups.filter(({ project }: Answer) => project).map((group: Answer) => [`${group.project} ${group.year}`, group.amount]),
    );
    const told = all.nodes.flatMap(({ code, years }: Answer) => years.map((year: Answer) => [`${code} ${year.year}`, year.received]));
    for (const [key, received] of told) expect([key, received]).toEqual([key, paid.get(key) ?? 0]);
    const [first] = all.nodes;
    expect((await list({ search: first.code })).nodes.map(({ code }: Answer) => code)).toEqual([first.code]);
    expect((await list({ villages: [first.village.code] })).nodes.every(({ village }: Answer) => village.code === first.village.code)).toBe(
      true,
    );
    expect((await list({ stages: ['APPLICATION'] })).nodes.every(({ stage }: Answer) => stage === 'APPLICATION')).toBe(true);
    expect(await list({}, 1)).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  test('takes a project through its five stages, each decision written down, and then projects it', async () => {
    const { code, village } = (await list({ stages: ['COMMITTED'] })).nodes.find(({ start }: Answer) => start > '2020-05');
    await server.store.db.updateTable('projects').set({ stage: 'APPLICATION' }).where('code', '=', code).execute();
    await server.store.db.updateTable('workspace').set({ revision: 1_000 }).execute();
    await server.store.db.updateTable('counties').set({ revision: 1_000 }).execute();
    const meanIncome = async (): Promise<number> =>
      (
        await server.ask(
          `query ($v: [ID!]) { projection(scenario: { scope: $v, trials: 1000 }) { villages { nodes { income { mean } } } } }`,
          { v: [village.code] },
        )
      ).data.projection.villages.nodes[0].income.mean;
    const without = await meanIncome();

    const decision = { project: code, decision: 'PASSED', decidedBy: '县领导小组会议', by: '黄干事' };
    expect(await advance({ ...decision, stage: 'REVIEW', decidedOn: '2020-05-01' })).toMatchObject({
      project: { stage: 'APPLICATION', decisions: [] },
      userErrors: [{ field: ['input', 'stage'], code: 'WRONG_STAGE', message: '项目现在在“申报”环节，不能对“审核”作决定；请先办完“申报”' }],
    });
    expect((await advance({ ...decision, stage: 'APPLICATION', decision: 'PERHAPS', decidedOn: '五月' })).userErrors).toEqual([
      expect.objectContaining({ field: ['input', 'decision'], code: 'FIELD_NOT_A_CHOICE' }),
      expect.objectContaining({ field: ['input', 'decidedOn'], code: 'FIELD_NOT_A_DAY' }),
    ]);
    for (const [index, stage] of ['APPLICATION', 'RECOMMENDATION', 'APPROVAL', 'REVIEW'].entries()) {
      expect((await advance({ ...decision, stage, decidedOn: `2020-05-0${index + 1}` })).userErrors).toEqual([]);
    }
    const published = {
      ...decision,
      stage: 'PUBLICITY',
      decidedOn: '2020-05-20',
      publicityFrom: '2020-05-06',
      publicityUntil: '2020-05-12',
    };
    const done = await advance(published);
    expect(done).toMatchObject({ project: { stage: 'COMMITTED' }, userErrors: [] });
    expect(done.project.decisions).toHaveLength(5);
    expect(done.project.decisions[0]).toEqual({
      stage: 'PUBLICITY',
      decision: 'PASSED',
      decidedOn: '2020-05-20',
      decidedBy: '县领导小组会议',
      reason: null,
      updatedBy: '黄干事',
    });
    expect(await meanIncome()).toBeGreaterThan(without);
    expect((await advance(published)).userErrors).toEqual([expect.objectContaining({ code: 'STAGE_IS_OVER' })]);
    expect((await advance({ ...published, project: 'nothing' })).userErrors).toEqual([
      { field: ['input', 'project'], code: 'UNKNOWN_PROJECT', message: '没有代码为“nothing”的项目' },
    ]);
  });

  test('a stressed project gives the chances that the library would give if it said so', async () => {
    const { code, village } = (await list({ stages: ['COMMITTED'] })).nodes.find(
      ({ start, capital }: Answer) => start > '2020-05' && capital >= 200_000,
    );
    const STRESS = `query ($code: ID!) { projectStress(project: $code, months: 9, year: 2021) { year target months trials
      fates { fate chance standardError change changeStandardError } } }`;
    const { fates, ...stress } = (await server.ask(STRESS, { code })).data.projectStress;
    expect(stress).toMatchObject({ year: 2021, months: 9, trials: 10_000 });
    expect(fates.map(({ fate }: Answer) => fate)).toEqual(['PLANNED', 'FAILS', 'DELAYED', 'LATE']);

    const kept = await server.store.db.selectFrom('projects').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
    let revision = 2_000;
    const chanceIf = async (change: object): Promise<number> => {
      const { stage, start, late } = { ...kept, ...change };
      await server.store.db.updateTable('projects').set({ stage, start, late }).where('code', '=', code).execute();
      revision += 1;
      await server.store.db.updateTable('workspace').set({ revision }).execute();
      await server.store.db.updateTable('counties').set({ revision }).execute();
      const PROJECTION = `query ($v: [ID!]) { projection(scenario: { scope: $v }) { villages(year: 2021) { nodes { chance } } } }`;
      return (await server.ask(PROJECTION, { v: [village.code] })).data.projection.villages.nodes[0].chance;
    };
    const [planned, failed, delayed, late] = [
      await chanceIf({}),
      await chanceIf({ stage: 'REVIEW' }),
      await chanceIf({ start: kept.start + 9 }),
      await chanceIf({ late: 1 }),
    ];
    await chanceIf({});
    expect(fates.map(({ chance }: Answer) => chance)).toEqual([planned, failed, delayed, late].map((chance) => expect.closeTo(chance, 9)));
    for (const { chance, change, standardError, changeStandardError } of fates) {
      expect(change).toBeCloseTo(chance - planned, 9);
      expect(standardError).toBeGreaterThan(0);
      expect(changeStandardError > 0).toBe(change !== 0);
    }
    expect(failed).toBeLessThan(planned);
    const paying = (await list()).nodes.find(({ years }: Answer) =>
      years.some(({ year, received }: Answer) => year === 2019 && received > 0),
    );
    const old = (await server.ask(STRESS, { code: paying.code })).data.projectStress.fates;
    expect(old.map(({ fate }: Answer) => fate)).toEqual(['PLANNED', 'FAILS']);
    expect(old[1].chance).toBeLessThanOrEqual(old[0].chance);
    expect((await server.ask(STRESS, { code: 'nothing' })).data.projectStress).toBeNull();
    expect((await server.ask(`{ projectStress(project: "${code}") { year } }`)).data.projectStress.year).toBe(2021);
    const refused = await server.ask(`{ projectStress(project: "${code}", months: 61) { year } }`, {}, 'zh');
    expect(refused.errors![0]!.message).toMatch(/months = 61/);
  });

  test('tells what is owed and overdue of a project, and in which order its stages stand', async () => {
    const { code, village } = (await list()).nodes[0];
    const save = async (register: string, input: object) => {
      const { data } = await server.ask(
        `mutation ($input: Save${register}Input!) { save${register}(input: $input) { userErrors { message } } }`,
        {
          input,
        },
      );
      expect(data[`save${register}`].userErrors).toEqual([]);
    };
    const payment = { village: village.code, payer: '德康公司', project: code };
    await save('Payment', { ...payment, amount: 10_000, dueOn: '2020-04-30', received: 4_000 });
    await save('Payment', { ...payment, amount: 10_000, dueOn: '2020-12-31' });
    await save('Milestone', { project: code, kind: 'DELIVERY', name: '猪舍交付', dueOn: '2020-05-01' });
    await save('Milestone', { project: code, kind: 'OUTPUT', name: '出栏', dueOn: '2020-12-01' });
    const ask = async () =>
      (await server.ask(`{ project(code: "${code}") { rejected stages accrued paid overdue overdueMilestones { what dueOn } } }`)).data
        .project;
    expect(await ask()).toEqual({
      rejected: false,
      stages: ['APPLICATION', 'RECOMMENDATION', 'APPROVAL', 'REVIEW', 'PUBLICITY'],
      accrued: 10_000,
      paid: 4_000,
      overdue: 6_000,
      overdueMilestones: [{ what: '猪舍交付', dueOn: '2020-05-01' }],
    });
    const steps = { first: 'RECOMMENDATION', second: 'APPLICATION', third: 'APPROVAL', fourth: 'REVIEW', fifth: 'PUBLICITY' };
    await save('Procedure', { name: '新办法', since: '2020-01-01', ...steps, county: '451026' });
    expect((await ask()).stages.slice(0, 2)).toEqual(['RECOMMENDATION', 'APPLICATION']);
  });

  test('holds promised against realised returns', async () => {
    // The county's own projects began too late for a full year: one is moved back.
    const [{ code }] = (await list({ stages: ['COMMITTED'] })).nodes;
    await server.store.db
      .updateTable('projects')
      .set({ start: monthOf(2018, 1) })
      .where('code', '=', code)
      .execute();
    const { realisedReturns } = (
      await server.ask('{ realisedReturns { mode park { code } projects years promised realised shrunk standardError } }')
    ).data;
    expect(realisedReturns.length).toBeGreaterThan(0);
    for (const { years, shrunk, promised, realised, standardError } of realisedReturns) {
      expect(years).toBeGreaterThan(0);
      expect(shrunk).toBeCloseTo((4 * promised + years * realised) / (4 + years), 9);
      expect(standardError).toBeGreaterThan(0);
    }
  });
});

describe('eligibility', () => {
  test('is what the latest judgment of each condition says, and comes back when it is removed', async () => {
    const villages = (await server.ask('{ villages(first: 1000) { nodes { code eligible criteria { key met } } } }')).data.villages.nodes;
    const { code } = villages.find(({ eligible }: Answer) => eligible);
    const now = async () => (await server.ask(`{ village(code: "${code}") { eligible criteria { key met } } }`)).data.village;
    const judge = async (met: boolean, judgedOn: string): Promise<string> =>
      (
        await server.ask(
          'mutation ($input: SaveEligibilityJudgmentInput!) { save: saveEligibilityJudgment(input: $input) { entry { id } userErrors { message } } }',
          { input: { village: code, criterion: 'assets', met, judgedOn, judgedBy: '乡镇经管站', grounds: '账目未公开' } },
        )
      ).data.save.entry.id;
    const id = await judge(false, '2020-05-10');
    expect(await now()).toMatchObject({ eligible: false, criteria: expect.arrayContaining([{ key: 'assets', met: false }]) });
    await judge(true, '2020-04-10');
    expect((await now()).eligible).toBe(false);
    await server.ask('mutation ($input: RemoveEntryInput!) { removeEligibilityJudgment(input: $input) { userErrors { message } } }', {
      input: { id },
    });
    expect((await now()).eligible).toBe(true);
  });
});
