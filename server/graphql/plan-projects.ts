import { Problem } from '../base/errors/problem.js';
import { toFen } from '../base/money.js';
import { parseMonth } from '../base/month.js';
import { MODE_WORDS, type Stage } from '../base/vocabulary.js';
import { commitPlan } from '../intake/commit.js';
import { planImport } from '../intake/plan.js';
import { NO_TABLES, type ProjectRow, type TermName } from '../intake/tables.js';
import type { OptionSpec } from '../scenario/spec.js';
import { findProjects } from '../store/projects.js';
import { stageOrder } from '../supervision/projects/stage-rules.js';
import { entriesOf } from '../supervision/register/register-book.js';
import { procedures } from '../supervision/registers/procedure.js';
import { planById, type PlanView } from './adopted-plans.js';
import type { RequestContext } from './context.js';

const MOST_FUNDER = 100;
const TERMS: readonly TermName[] = ['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late'];

export interface PlanProjectsAsked {
  readonly plan: string;
  readonly funder: string | null;
  readonly by: string;
}

export interface PlanProjects {
  /** Codes of the projects that were made. */
  readonly made: readonly string[];
  /** How many of the grants were projects already. */
  readonly existing: number;
  /** Number of the import batch that they can be taken back by; null where none was made. */
  readonly batch: number | null;
}

/**
 * Makes every grant of an adopted plan a project of the library, at the first stage of approval: money that is decided on is
 * not committed before the project has passed all of them. A grant is made a project once, however often it is asked. They are
 * written as one import batch, which tells who did it and can be taken back.
 * @throws Problem UNKNOWN_PLAN, PLAN_IS_WITHDRAWN, NAME_NEEDED, FUNDER_TOO_LONG
 */
export async function projectsFromPlan(context: RequestContext, asked: PlanProjectsAsked): Promise<PlanProjects> {
  const by = asked.by.trim();
  const funder = asked.funder?.trim() || null;
  if (by === '') throw new Problem('FIELD_REQUIRED', { labelZh: '经办人', labelEn: 'who does this' }, ['by']);
  if (funder && [...funder].length > MOST_FUNDER) {
    const label = { labelZh: '资金来源', labelEn: 'the funder' };
    throw new Problem('FIELD_TOO_LONG', { ...label, value: [...funder].length, most: MOST_FUNDER }, ['funder']);
  }
  const plan = await planById(context, asked.plan);
  if (!plan) throw new Problem('UNKNOWN_PLAN', { value: asked.plan }, ['plan']);
  const { number, name, demonstration, counties } = plan.summary;
  if (plan.withdrawal) throw new Problem('PLAN_IS_WITHDRAWN', { number, name }, ['plan']);

  const { store } = context.workspace;
  const state = await context.loaders.state();
  const order = stageOrder(await entriesOf(store.db, procedures, { counties }), new Date().toISOString().slice(0, 10));
  const wanted = plan.frozen.grants.map((grant) => toRow(plan, grant, { funder, stage: order[0]! }));
  const own = state.counties.filter(({ code }) => counties.includes(code));
  const { batch, made } = await commitPlan(
    store,
    async (db) => {
      const known = new Set((await findProjects(db, { scope: counties })).map(({ code }) => code));
      const projects = wanted.filter(({ code }) => !known.has(code));
      // The generated county stays as it is: only what is imported as real takes its place.
      const options = { asOf: demonstration ? (own[0]?.asOf ?? undefined) : undefined, demonstration: demonstration === 1 };
      return { plan: await planImport(db, { ...NO_TABLES, projects }, options), made: projects.map(({ code }) => code) };
    },
    { at: new Date(), by, reason: `第 ${number} 号方案 ${name}`, files: [] },
    demonstration === 1,
  );
  return { made, existing: wanted.length - made.length, batch };
}

function toRow(
  { summary, frozen }: PlanView,
  { village, amount, option }: PlanView['frozen']['grants'][number],
  { funder, stage }: { readonly funder: string | null; readonly stage: Stage },
): ProjectRow {
  const spec: OptionSpec | undefined = frozen.scenario.options?.find(({ code }) => code === option);
  const place = frozen.villages.find(({ code }) => code === village)!;
  const mode = spec?.mode ?? 'INDUSTRY';
  return {
    code: codeOf(summary.number, village, option),
    village,
    name: `${place.name}${MODE_WORDS[mode].zh}项目（${option}）`,
    mode,
    industry: spec?.industry ?? null,
    park: spec?.park ?? null,
    funder,
    capital: toFen(amount),
    start: (spec?.start && parseMonth(spec.start)) || parseMonth(frozen.asOf)! + 1,
    terms: Object.fromEntries(TERMS.map((term) => [term, spec?.[term] ?? null])),
    stage,
  };
}

/** Names a grant of a plan for good; codes of projects hold letters, digits, points and dashes only. */
const codeOf = (plan: number, village: string, option: string): string =>
  `PLAN${plan}-${village}-${option.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 24)}`;
