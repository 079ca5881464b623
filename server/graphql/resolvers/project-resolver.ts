import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Stage } from '../../base/vocabulary.js';
import { regionAt } from '../../base/region.js';
import { findProject, findProjects, receiptsOfProjects, type ProjectRow } from '../../store/projects.js';
import { advanceProject, eventsOf } from '../../supervision/projects/advance-project.js';
import { projectProgress } from '../../supervision/projects/project-progress.js';
import { realisedReturn } from '../../supervision/projects/realised-return.js';
import { stageOrder, stateOf } from '../../supervision/projects/stage-rules.js';
import { lastDayOf } from '../../supervision/bulletin/days.js';
import { entriesOf } from '../../supervision/register/register-book.js';
import { milestones } from '../../supervision/registers/milestone.js';
import { payments } from '../../supervision/registers/payment.js';
import { procedures } from '../../supervision/registers/procedure.js';
import { stageEvents } from '../../supervision/registers/stage-event.js';
import type { RequestContext } from '../context.js';
import { ProjectsFromPlanInput } from '../inputs/adopt-plan-input.js';
import { projectsFromPlan } from '../plan-projects.js';
import { AdvanceProjectInput, ProjectFilter } from '../inputs/project-input.js';
import { StageEnum } from '../enums.js';
import { pageOf } from '../paging.js';
import { toProject } from '../present/project.js';
import { toUserErrors } from '../present/user-error.js';
import { toVillage } from '../present/village.js';
import { knownOf } from '../registers/known.js';
import { presentEntry } from '../registers/present-entry.js';
import { changeOf } from '../registers/register-mutations.js';
import { typesOf } from '../registers/register-types.js';
import { checkScope } from '../scope.js';
import { AdvanceProjectPayload, ProjectsFromPlanPayload, Project, ProjectConnection, RealisedReturn } from '../types/project.js';
import { ProjectStress } from '../types/project-stress.js';
import { Village } from '../types/village.js';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => ProjectConnection, { description: 'The project library, in ascending order of code, which is the cursor.' })
  async projects(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
    @Arg('where', () => ProjectFilter, { nullable: true }) where: ProjectFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ProjectConnection> {
    const rows = await matching(context, scope, where);
    const page = pageOf(rows, ({ code }) => code, first ?? 100, after);
    return { totalCount: page.totalCount, pageInfo: page.pageInfo, nodes: await presented(context, page.entries) };
  }

  @Query(() => Project, { nullable: true, description: 'Null where no project has the code.' })
  async project(@Ctx() context: RequestContext, @Arg('code', () => ID) code: string): Promise<Project | null> {
    const row = await findProject(context.workspace.store.db, code);
    return row ? (await presented(context, [row]))[0]! : null;
  }

  @Query(() => [RealisedReturn], {
    description:
      'What projects promised and what they brought, by mode and park, over full years: a check of the returns that scenarios assume.',
  })
  async realisedReturns(
    @Ctx() context: RequestContext,
    @Arg('scope', () => [ID], { nullable: true }) scope: string[] | null,
  ): Promise<RealisedReturn[]> {
    const { defaults } = await context.loaders.state();
    const projects = await presented(context, await matching(context, scope, { stages: ['COMMITTED'] }));
    return [...Map.groupBy(projects, ({ mode, park }) => `${mode} ${park?.code ?? ''}`).values()].flatMap((own) => {
      const { mode, park } = own[0]!;
      const found = realisedReturn(
        own.map(({ capital, rate, years }) => ({
          capital,
          promised: rate ?? defaults.option.rate,
          received: years.filter(({ full }) => full).map(({ received }) => received),
        })),
      );
      return found ? [{ mode, park, ...found }] : [];
    });
  }

  @FieldResolver(() => Village, { nullable: true })
  async village(@Root() { village }: Project, @Ctx() { loaders }: RequestContext): Promise<Village | null> {
    const record = await loaders.village.load(village);
    return record ? toVillage(record) : null;
  }

  @FieldResolver(() => [typesOf(stageEvents).entry], { description: 'The decisions on it, the latest first.' })
  async decisions(@Root() { code, village }: Project, @Ctx() { workspace }: RequestContext): Promise<object[]> {
    const events = await eventsOf(workspace.store.db, { code, county: regionAt(village, 'COUNTY') });
    return events.map((event) => presentEntry(stageEvents, event));
  }

  @FieldResolver(() => Boolean)
  async rejected(@Root() { code, village, stage }: Project, @Ctx() { workspace }: RequestContext): Promise<boolean> {
    return stateOf(stage, await eventsOf(workspace.store.db, { code, county: regionAt(village, 'COUNTY') })).rejected;
  }

  @FieldResolver(() => [StageEnum])
  async stages(@Root() { village }: Project, @Ctx() { workspace }: RequestContext): Promise<readonly Stage[]> {
    const kept = await entriesOf(workspace.store.db, procedures, { counties: [regionAt(village, 'COUNTY')] });
    return stageOrder(kept, new Date().toISOString().slice(0, 10));
  }

  @Query(() => ProjectStress, {
    nullable: true,
    description: "What a village's chance is if one of its projects fails, is delayed, or pays late. Null where no project has the code.",
  })
  async projectStress(
    @Ctx() context: RequestContext,
    @Arg('project', () => ID) project: string,
    @Arg('months', () => Int, { nullable: true, defaultValue: 12, description: 'By how much delivery is delayed, 1 to 60.' })
    months: number | null,
    @Arg('year', () => Int, { nullable: true, description: 'Left out: the first projected year in which it is to pay all twelve months.' })
    year: number | null,
  ): Promise<ProjectStress | null> {
    const row = await findProject(context.workspace.store.db, project);
    return row ? context.projectStresses.stress(context, row, { months: months ?? 12, year: year ?? null }) : null;
  }

  @Mutation(() => ProjectsFromPlanPayload, {
    description:
      'Makes the grants of an adopted plan projects of the library, at the first stage of approval; a grant becomes a project once.',
  })
  async projectsFromPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProjectsFromPlanInput) { plan, funder, by }: ProjectsFromPlanInput,
  ): Promise<ProjectsFromPlanPayload> {
    try {
      const { made, existing, batch } = await projectsFromPlan(context, { plan, funder: funder ?? null, by });
      const rows = await findProjects(context.workspace.store.db, {});
      const own = rows.filter(({ code }) => made.includes(code));
      return { projects: await presented(context, own), existing, batch, userErrors: [] };
    } catch (error) {
      const userErrors = toUserErrors(error, context.language).map((wrong) => ({
        ...wrong,
        field: wrong.field && ['input', ...wrong.field],
      }));
      return { projects: [], existing: 0, batch: null, userErrors };
    }
  }

  @Mutation(() => AdvanceProjectPayload, {
    description: 'Writes a decision on a project down and moves it: passed, returned to the stage before, rejected, or taken up again.',
  })
  async advanceProject(
    @Ctx() context: RequestContext,
    @Arg('input', () => AdvanceProjectInput) { by, ...written }: AdvanceProjectInput,
  ): Promise<AdvanceProjectPayload> {
    const { db } = context.workspace.store;
    const state = await context.loaders.state();
    const now = async () => {
      const row = await findProject(db, written.project);
      return row ? (await presented(context, [row]))[0]! : null;
    };
    try {
      const change = changeOf({ by });
      await advanceProject(db, { ...written }, { known: knownOf(state), change, defaults: state.defaults.supervision });
      return { project: await now(), userErrors: [] };
    } catch (error) {
      const userErrors = toUserErrors(error, context.language).map((wrong) => ({
        ...wrong,
        field: wrong.field && ['input', ...wrong.field],
      }));
      return { project: await now(), userErrors };
    }
  }
}

async function matching(
  { loaders, workspace }: RequestContext,
  scope: string[] | null,
  where: ProjectFilter | null,
): Promise<ProjectRow[]> {
  const within = checkScope(await loaders.state(), scope);
  return findProjects(workspace.store.db, {
    ...(within ? { scope: within } : {}),
    ...(where?.villages ? { villages: where.villages } : {}),
    ...(where?.parks ? { parks: where.parks } : {}),
    ...(where?.stages ? { stages: where.stages } : {}),
    ...(where?.search ? { search: where.search } : {}),
  });
}

async function presented({ loaders, workspace }: RequestContext, rows: readonly ProjectRow[]): Promise<Project[]> {
  const { counties, known } = await loaders.state();
  const { db } = workspace.store;
  const within = { counties: [...new Set(rows.map(({ county }) => county))] };
  const [received, ownMilestones, ownPayments] = await Promise.all([
    receiptsOfProjects(
      db,
      rows.map(({ code }) => code),
    ),
    entriesOf(db, milestones, within),
    entriesOf(db, payments, within),
  ]);
  const milestonesOf = Map.groupBy(ownMilestones, ({ values }) => values.project);
  const paymentsOf = Map.groupBy(ownPayments, ({ values }) => values.project);
  const places = new Map(
    counties.map(({ code, asOf, demonstration }) => [code, { asOf, demonstration, parkName: (park: string) => known.parks.get(park) }]),
  );
  return rows.map((row) => {
    const place = places.get(row.county)!;
    const own = { milestones: milestonesOf.get(row.code) ?? [], payments: paymentsOf.get(row.code) ?? [] };
    const progress = projectProgress(own, place.asOf === null ? '' : lastDayOf(place.asOf));
    return toProject(row, { received: received.get(row.code) ?? new Map<number, number>(), progress }, place);
  });
}
