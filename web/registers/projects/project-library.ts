import type { Mode } from '../../../server/base/vocabulary.js';
import type { Request } from '../../api/client.js';
import type { Voice } from '../../i18n/voice.js';
import type { DataTable } from '../../tables/data-table.js';
import type { OverdueItem } from '../parks/parks.js';
import { entrySelection, type Entry, type Named, type Register, type SavePayload } from '../operations.js';
import type { ProjectWords } from './words.js';

export interface LibraryProject {
  readonly code: string;
  readonly name: string;
  readonly village: (Named & { readonly township: Named }) | null;
  readonly park: Named | null;
  readonly funder: string | null;
  readonly capital: number;
  readonly start: string;
  readonly rate: number | null;
  readonly mode: string;
  readonly stage: string;
  readonly accrued: number;
  readonly paid: number;
  readonly overdue: number;
  readonly overdueMilestones: readonly OverdueItem[];
}

export interface ProjectFilter {
  readonly search?: string;
  readonly stages?: readonly string[];
}

export interface ProjectPage {
  readonly projects: { readonly totalCount: number; readonly nodes: readonly LibraryProject[] };
}

const PROJECT = `code name village { code name township { code name } } park { code name } funder capital start rate mode stage accrued paid overdue
  overdueMilestones { what owner dueOn }`;

/** The library, as many projects as one page of the API holds. */
export const projectLibrary = (county: string, where: ProjectFilter): Request<ProjectPage> => ({
  query: `query ProjectLibrary($scope: [ID!], $where: ProjectFilter) {
    projects(scope: $scope, where: $where, first: 1000) { totalCount nodes { ${PROJECT} } } }`,
  variables: { scope: [county], where },
});

export interface ProjectYear {
  readonly year: number;
  readonly received: number;
  readonly return: number | null;
  readonly full: boolean;
}

export interface ProjectDetail extends LibraryProject {
  readonly rejected: boolean;
  readonly stages: readonly string[];
  readonly years: readonly ProjectYear[];
}

/** One project with everything that registers say of it: the entries of each register by its name. */
export interface ProjectFile extends Readonly<Record<string, unknown>> {
  readonly project: ProjectDetail | null;
}

/** Registers whose entries name a project. */
export const aboutProjects = (all: readonly Register[]): Register[] =>
  all.filter(({ fields }) => fields.some(({ kind }) => kind === 'project'));

export const projectFile = (code: string, all: readonly Register[]): Request<ProjectFile> => ({
  query: `query ProjectFile($code: ID!, $where: EntryFilter) {
    project(code: $code) { ${PROJECT} rejected stages years { year received return full } }
    ${aboutProjects(all)
      .map((register) => `${register.name}: ${register.plural}(where: $where, first: 200) { nodes { ${entrySelection(register, all)} } }`)
      .join('\n')} }`,
  variables: { code, where: { projects: [code] } },
});

/** What a register says of the project, the newest first. */
export const entriesIn = (file: ProjectFile, register: string): readonly Entry[] =>
  (file[register] as { readonly nodes: readonly Entry[] } | undefined)?.nodes ?? [];

export const advanceProject = (input: object): Request<{ advanceProject: Pick<SavePayload, 'userErrors'> }> => ({
  query: `mutation AdvanceProject($input: AdvanceProjectInput!) { advanceProject(input: $input) { userErrors { field code message } } }`,
  variables: { input },
});

/** How a stage stands: decided for, the one in hand, rejected there, or still to come. */
export type StageState = 'PASSED' | 'NOW' | 'REJECTED' | 'AHEAD';

export interface StageStep {
  readonly stage: string;
  readonly state: StageState;
  /** The decision that passed it, the latest where it was passed more than once. */
  readonly passed: Entry | undefined;
}

/** @param decisions the latest first */
export function stageSteps(
  { stage, stages, rejected }: Pick<ProjectDetail, 'stage' | 'stages' | 'rejected'>,
  decisions: readonly Entry[],
): StageStep[] {
  const now = stage === 'COMMITTED' ? stages.length : stages.indexOf(stage);
  return stages.map((one, place) => {
    const passed = place < now ? decisions.find((entry) => entry['stage'] === one && entry['decision'] === 'PASSED') : undefined;
    return { stage: one, state: place < now ? 'PASSED' : place > now ? 'AHEAD' : rejected ? 'REJECTED' : 'NOW', passed };
  });
}

/** The form of a decision: what the register of decisions asks, less what the project says itself. */
export function decisionForm(register: Register, { stage, rejected }: Pick<ProjectDetail, 'stage' | 'rejected'>): Register {
  const ofPublicity = ['publicityFrom', 'publicityUntil', 'objections', 'answer'];
  const fields = register.fields
    .filter(({ name }) => name !== 'project' && name !== 'stage' && (stage === 'PUBLICITY' || !ofPublicity.includes(name)))
    .map((field) =>
      field.name === 'decision' ? { ...field, choices: field.choices.filter(({ code }) => rejected === (code === 'REOPENED')) } : field,
    );
  return { ...register, fields };
}

export const libraryTable = (projects: readonly LibraryProject[], words: ProjectWords, county: string): DataTable => ({
  name: 'project-library',
  title: `${county}${words.library}`,
  columns: [
    { title: words.code, format: 'code' },
    { title: words.project, format: 'text', strong: true },
    { title: words.township, format: 'text' },
    { title: words.village, format: 'text' },
    { title: words.park, format: 'text' },
    { title: words.funder, format: 'text' },
    { title: words.capital, format: 'money' },
    { title: words.start, format: 'month' },
    { title: words.promised, format: 'share', digits: 1 },
    { title: words.stage, format: 'text' },
    { title: words.accrued, format: 'money' },
    { title: words.paid, format: 'money' },
    { title: words.overdue, format: 'money' },
    { title: words.lateMilestones, format: 'text' },
  ],
  rows: projects.map((one) => [
    one.code,
    one.name,
    one.village?.township.name ?? null,
    one.village?.name ?? null,
    one.park?.name ?? null,
    one.funder,
    one.capital,
    one.start,
    one.rate,
    words.stages[one.stage] ?? one.stage,
    one.accrued,
    one.paid,
    one.overdue,
    one.overdueMilestones.map(({ what, dueOn }) => `${what} ${dueOn}`).join('; '),
  ]),
  source: words.source,
});

export interface RealisedReturn {
  readonly mode: Mode;
  readonly park: Named | null;
  readonly projects: number;
  readonly years: number;
  readonly capital: number;
  readonly promised: number;
  readonly realised: number;
  readonly shrunk: number;
  readonly standardError: number;
}

export const realisedReturns = (county: string): Request<{ realisedReturns: readonly RealisedReturn[] }> => ({
  query: `query RealisedReturns($scope: [ID!]) { realisedReturns(scope: $scope) { mode park { code name } projects years capital promised realised
    shrunk standardError } }`,
  variables: { scope: [county] },
});

export const returnTable = (returns: readonly RealisedReturn[], { words, common }: Voice<ProjectWords>, county: string): DataTable => ({
  name: 'realised-returns',
  title: `${county}${words.returns}`,
  columns: [
    { title: words.mode, format: 'text', strong: true },
    { title: words.park, format: 'text' },
    { title: words.projects, format: 'number' },
    { title: words.projectYears, format: 'number' },
    { title: words.capital, format: 'money' },
    { title: words.promised, format: 'share', digits: 1 },
    { title: words.realised, format: 'share', digits: 1 },
    { title: words.shrunk, format: 'share', digits: 1 },
    { title: words.error, format: 'points', digits: 1 },
  ],
  rows: returns.map((one) => [
    common.modes[one.mode],
    one.park?.name ?? null,
    one.projects,
    one.years,
    one.capital,
    one.promised,
    one.realised,
    one.shrunk,
    one.standardError,
  ]),
  source: words.returnSource,
});

export interface ProjectStress {
  readonly year: number;
  readonly target: number;
  readonly months: number;
  readonly seed: number;
  readonly trials: number;
  readonly fates: readonly {
    readonly fate: 'PLANNED' | 'FAILS' | 'DELAYED' | 'LATE';
    readonly chance: number;
    readonly standardError: number;
    readonly change: number;
    readonly changeStandardError: number;
  }[];
}

export const projectStress = (project: string, months: number): Request<{ projectStress: ProjectStress | null }> => ({
  query: `query ProjectStress($project: ID!, $months: Int) { projectStress(project: $project, months: $months) { year target months seed trials
    fates { fate chance standardError change changeStandardError } } }`,
  variables: { project, months },
});

export const stressTable = ({ fates, year, trials, seed, months }: ProjectStress, project: string, words: ProjectWords): DataTable => ({
  name: 'project-stress',
  title: words.stressOf(project, year),
  columns: [
    { title: words.fate, format: 'text', strong: true },
    { title: words.chance, format: 'chance' },
    { title: words.error, format: 'points' },
    { title: words.change, format: 'points', signed: true },
    { title: words.changeError, format: 'points' },
  ],
  rows: fates.map(({ fate, chance, standardError, change, changeStandardError }) => [
    words.fates[fate](months),
    chance,
    standardError,
    fate === 'PLANNED' ? null : change,
    fate === 'PLANNED' ? null : changeStandardError,
  ]),
  source: words.sampled(trials, seed),
});
