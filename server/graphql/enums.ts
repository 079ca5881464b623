import { PROJECT_FATES, type ProjectFate } from '../allocation/project-stress.js';
import { registerEnumType } from 'type-graphql';
import { DUTY_STATES, type DutyState } from '../supervision/duties/duty-calendar.js';
import { FIGURE_STATES, REPORTING_STATES, type FigureState, type ReportingState } from '../supervision/reporting/reporting.js';
import { IMPORT_WORD_KINDS, type ImportWordKind } from '../intake/import-words.js';
import type { TableKind } from '../intake/table-kind.js';
import type { JobStatus } from '../store/database.js';
import type { ComparisonStop } from '../allocation/comparison.js';
import { POLICY_KINDS, type PolicyKind } from '../allocation/decision/policy-kind.js';
import { RIVAL_VIEW_KINDS, RIVAL_VIEWS, type RivalViewKind } from '../allocation/decision/rival-view.js';
import { ORDERS, type Order } from '../allocation/decision/robustness.js';
import { PLAN_RESULTS, type PlanResult } from '../allocation/plan/score-plan.js';
import type { AllocationStatus } from '../allocation/optimal/allocate.js';
import { OBJECTIVES, type Objective } from '../scenario/allocation-rule.js';
import {
  ASSUMPTION_GROUPS,
  ASSUMPTION_UNITS,
  type AssumptionGroup,
  type AssumptionUnit,
} from '../allocation/sensitivity/varied-assumption.js';
import {
  INDUSTRIES,
  INDUSTRY_WORDS,
  MODE_WORDS,
  MODES,
  STAGES,
  STAGE_WORDS,
  type Industry,
  type Mode,
  type Stage,
} from '../base/vocabulary.js';

/** The object form of a list of codes, which type-graphql wants of an enum. */
const enumOf = <Code extends string>(codes: readonly Code[]) => Object.fromEntries(codes.map((code) => [code, code])) as { [C in Code]: C };

/** Each code described by its two words. */
const wordsOf = <Code extends string>(words: Readonly<Record<Code, { zh: string; en: string }>>) =>
  Object.fromEntries(
    Object.entries<{ zh: string; en: string }>(words).map(([code, { zh, en }]) => [code, { description: `${zh} (${en})` }]),
  );

export const ModeEnum = enumOf<Mode>(MODES);
registerEnumType(ModeEnum, { name: 'Mode', description: '五个模式: how a village earns.', valuesConfig: wordsOf(MODE_WORDS) });

export const IndustryEnum = enumOf<Industry>(INDUSTRIES);
registerEnumType(IndustryEnum, {
  name: 'Industry',
  description: '重点产业: a tag on income, distinct from the mode. OTHER is none of the five key industries.',
  valuesConfig: wordsOf(INDUSTRY_WORDS),
});

export const StageEnum = enumOf<Stage>(STAGES);
registerEnumType(StageEnum, {
  name: 'Stage',
  description: 'The five stages of a project, and the state past them.',
  valuesConfig: wordsOf(STAGE_WORDS),
});

const DIMENSIONS = [
  'PROVINCE',
  'PREFECTURE',
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE',
  'MODE',
  'INDUSTRY',
  'PARK',
  'PROJECT',
  'YEAR',
  'MONTH',
] as const;
export type IncomeDimensionCode = (typeof DIMENSIONS)[number];
export const IncomeDimensionEnum = enumOf<IncomeDimensionCode>(DIMENSIONS);
registerEnumType(IncomeDimensionEnum, { name: 'IncomeDimension', description: 'What income is grouped by.' });

export const AllocationObjectiveEnum = enumOf<Objective>(OBJECTIVES);
registerEnumType(AllocationObjectiveEnum, {
  name: 'AllocationObjective',
  description: 'What an allocation strives for.',
  valuesConfig: {
    EXPECTED_REACHING: { description: 'The greatest expected number of villages that reach their target.' },
    WEIGHTED: { description: 'The same, villages weighted.' },
    SHORTFALL: { description: 'The least expected shortfall.' },
    MAXIMIN: { description: 'The greatest least chance.' },
    LEAST_BUDGET: { description: 'The least money with which villageCount villages have at least chance.' },
  },
});

const ALLOCATION_STATUSES = ['OPTIMAL', 'BOUNDED', 'INFEASIBLE'] as const satisfies readonly AllocationStatus[];
export const AllocationStatusEnum = enumOf<AllocationStatus>(ALLOCATION_STATUSES);
registerEnumType(AllocationStatusEnum, {
  name: 'AllocationStatus',
  description: 'How sure a plan is the best.',
  valuesConfig: {
    OPTIMAL: { description: 'Proven: no plan is better on these draws.' },
    BOUNDED: { description: 'No plan is better by more than the gap.' },
    INFEASIBLE: { description: 'No plan keeps to what is asked; bindingConstraints say why.' },
  },
});

const STOPS = ['RANKING_SETTLED', 'TRIALS_LIMIT'] as const satisfies readonly ComparisonStop[];
export const ComparisonStopEnum = enumOf<ComparisonStop>(STOPS);
registerEnumType(ComparisonStopEnum, {
  name: 'ComparisonStop',
  description: 'Why a comparison stopped sampling.',
  valuesConfig: {
    RANKING_SETTLED: {
      description:
        'Every scenario and the next in order differ by at least 2.58 standard errors, or reach equally in every trial, or differ by less than 0.05 villages.',
    },
    TRIALS_LIMIT: { description: 'The limit of trials was met before that.' },
  },
});

const JOB_STATUSES = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELING', 'CANCELED'] as const;
export const JobStatusEnum = enumOf<JobStatus>(JOB_STATUSES);
registerEnumType(JobStatusEnum, {
  name: 'JobStatus',
  description: 'Where a job stands. COMPLETED, FAILED and CANCELED are final.',
  valuesConfig: { CANCELING: { description: 'Asked to stop, and about to.' } },
});

export const ReportingStateEnum = enumOf<ReportingState>(REPORTING_STATES);
registerEnumType(ReportingStateEnum, {
  name: 'ReportingState',
  description: 'How a village has reported a month.',
  valuesConfig: {
    ON_TIME: { description: 'By the due day.' },
    LATE: { description: 'After the due day.' },
    PENDING: { description: 'Not yet, and the due day is not over.' },
    MISSING: { description: 'Not yet, and the due day is over.' },
  },
});

export const FigureStateEnum = enumOf<FigureState>(FIGURE_STATES);
registerEnumType(FigureStateEnum, {
  name: 'FigureState',
  description: 'What the sources say of one figure.',
  valuesConfig: {
    NONE: { description: 'No source gives one.' },
    AGREED: { description: 'One source, or several that agree.' },
    DIFFERING: { description: 'Several that differ, none of them confirmed.' },
    CONFIRMED: { description: 'One was confirmed.' },
  },
});

export const DutyStateEnum = enumOf<DutyState>(DUTY_STATES);
registerEnumType(DutyStateEnum, {
  name: 'DutyState',
  description: 'How a duty stands in one of its periods.',
  valuesConfig: {
    DONE: { description: '已开展: there is a record in the period.' },
    OPEN: { description: '进行中: the period is not over.' },
    AHEAD: { description: '未到: the period has not begun.' },
    OVERDUE: { description: '逾期: the period is over without a record.' },
  },
});

const COLOURS = ['GREEN', 'YELLOW', 'ORANGE', 'RED'] as const;
export const WarningColourEnum = enumOf<(typeof COLOURS)[number]>(COLOURS);
registerEnumType(WarningColourEnum, {
  name: 'WarningColour',
  description: 'How a village stands in a bulletin; the thresholds are defaults of the workspace.',
  valuesConfig: {
    GREEN: { description: '绿: likely to reach its target.' },
    YELLOW: { description: '黄: may reach it.' },
    ORANGE: { description: '橙: will hardly reach it.' },
    RED: { description: '红: will not reach it as things stand.' },
  },
});

export const AssumptionGroupEnum = enumOf<AssumptionGroup>(ASSUMPTION_GROUPS);
registerEnumType(AssumptionGroupEnum, {
  name: 'AssumptionGroup',
  description: 'What an assumption is about.',
  valuesConfig: {
    GROWTH: { description: 'Planned growth and how far it is attained.' },
    DRIFT: { description: 'The trend of a mode.' },
    VOLATILITY: { description: 'How much incomes go up and down.' },
    CESSATION: { description: 'The chance that an income ends.' },
    MONEY: { description: 'Targets, net of gross income, reinvestment.' },
    OPTION: { description: 'Terms of what grants are spent on.' },
    PROJECT: { description: 'Terms of committed projects.' },
    PARK: { description: 'When a park delivers and how late it pays.' },
    PRIOR: { description: 'Settings of the model.' },
  },
});

export const AssumptionUnitEnum = enumOf<AssumptionUnit>(ASSUMPTION_UNITS);
registerEnumType(AssumptionUnitEnum, {
  name: 'AssumptionUnit',
  description: 'How the numbers of an assumption are read.',
  valuesConfig: {
    SHARE: { description: 'A fraction: 0.187 is 18.7%.' },
    LOG: { description: 'Log points a year.' },
    MONTH: { description: 'A calendar month, 202106.' },
    MONTHS: { description: 'A number of months.' },
    NUMBER: { description: 'A plain number.' },
  },
});

const NOTEBOOK_PLACES = ['EXAMPLES', 'OWN', 'BIN'] as const;
export type NotebookPlaceCode = (typeof NOTEBOOK_PLACES)[number];
export const NotebookPlaceEnum = enumOf<NotebookPlaceCode>(NOTEBOOK_PLACES);
registerEnumType(NotebookPlaceEnum, {
  name: 'NotebookPlace',
  description: 'Where a notebook lies.',
  valuesConfig: {
    EXAMPLES: { description: 'It comes with the product and is never changed.' },
    OWN: { description: 'It was made here.' },
    BIN: { description: 'It was moved to the bin: it cannot be changed, and can be taken out again or deleted for good.' },
  },
});

export const PlanResultEnum = enumOf<PlanResult>(PLAN_RESULTS);
registerEnumType(PlanResultEnum, {
  name: 'PlanResult',
  description: 'What became of a target.',
  valuesConfig: {
    REACHED: { description: 'What came in reaches the target.' },
    MISSED: { description: 'The year is closed, and what came in does not reach the target.' },
    UNKNOWN: { description: 'The year is not closed yet, or nothing was booked all year although income was expected.' },
  },
});

export const MoneyUnitEnum = { YUAN: 'yuan', WAN: 'wan' } as const;
registerEnumType(MoneyUnitEnum, {
  name: 'MoneyUnit',
  description: 'What a bare amount means.',
  valuesConfig: { YUAN: { description: '元 (yuan)' }, WAN: { description: '万元 (10,000 yuan)' } },
});

export const ImportTableEnum = {
  VILLAGES: 'villages',
  PARKS: 'parks',
  PROJECTS: 'projects',
  TARGETS: 'targets',
  RECEIPTS: 'receipts',
} as const satisfies Record<Uppercase<TableKind>, TableKind>;
registerEnumType(ImportTableEnum, { name: 'ImportTable', description: 'The tables that can be imported.' });

export const ImportWordKindEnum = enumOf<ImportWordKind>(IMPORT_WORD_KINDS);
registerEnumType(ImportWordKindEnum, {
  name: 'ImportWordKind',
  description: 'What a word of an imported file can be.',
  valuesConfig: {
    VILLAGE: { description: 'The name of a village, with the township before it where it is not unique: 平孟镇/永平.' },
    COLUMN: { description: 'The header of a column.' },
    SHEET: { description: 'The name of a sheet, or of a file without its ending.' },
  },
});

/** What can be remarked on an import, in the order in which people need it. */
export const IMPORT_REMARK_GROUPS = ['FINDING', 'UNIT_JUMP', 'SUSPICION', 'CHANGE', 'ADDED', 'SAME', 'NOTICE'] as const;
export type ImportRemarkGroup = (typeof IMPORT_REMARK_GROUPS)[number];
export const ImportRemarkGroupEnum = enumOf<ImportRemarkGroup>(IMPORT_REMARK_GROUPS);
registerEnumType(ImportRemarkGroupEnum, {
  name: 'ImportRemarkGroup',
  description: 'What a remark on an import asks of people.',
  valuesConfig: {
    FINDING: { description: 'Wrong: the file must be mended.' },
    UNIT_JUMP: { description: 'A thousand times off last year: the unit must be named.' },
    SUSPICION: { description: 'May be right, but deserves a look.' },
    CHANGE: { description: 'A stored row that becomes another, old → new.' },
    ADDED: { description: 'A row that is new.' },
    SAME: { description: 'A row that is stored already as it is.' },
    NOTICE: { description: 'How the files were read.' },
  },
});

export const RivalViewKindEnum = enumOf<RivalViewKind>(RIVAL_VIEW_KINDS);
registerEnumType(RivalViewKindEnum, {
  name: 'RivalViewKind',
  description: 'Another opinion of what is to come.',
  valuesConfig: Object.fromEntries(
    RIVAL_VIEWS.map(({ kind, label, basis }) => [kind, { description: `${label.zh}: ${basis.en}.` }]),
  ) as Record<RivalViewKind, { description: string }>,
});

export const OrderEnum = enumOf<Order>(ORDERS);
registerEnumType(OrderEnum, {
  name: 'PlanOrder',
  description: 'Whether plans keep their order under another view.',
  valuesConfig: {
    HOLDS: { description: "The plan that is best under the scenario's own view is best here." },
    UNSURE: { description: 'Another leads, but by less than 1.96 standard errors.' },
    TURNS: { description: 'Another leads by more than that.' },
  },
});

export const PolicyKindEnum = enumOf<PolicyKind>(POLICY_KINDS);
registerEnumType(PolicyKindEnum, {
  name: 'PolicyKind',
  description: 'A way to share a budget out.',
  valuesConfig: {
    NONE: { description: '不拨款: no grants.' },
    EQUAL: { description: '均分: the budget in equal parts to every village, rounded down to fen.' },
    FLAT: { description: '每村定额: the amount to every village, whatever that costs.' },
    NEEDIEST: { description: '缺口大的优先: the amount each by descending expected shortfall until the budget is spent.' },
    PROPORTIONAL: { description: '按缺口分: the budget in proportion to the expected shortfalls.' },
    OPTIMAL: { description: '最优分配: as many villages reaching as can be, in whole multiples of the lump.' },
    OWN: { description: "本方案的拨款: the scenario's own policy as it is written." },
  },
});

export const ProjectFateEnum = enumOf<ProjectFate>(PROJECT_FATES);
registerEnumType(ProjectFateEnum, {
  name: 'ProjectFate',
  description: 'What may become of a project.',
  valuesConfig: {
    PLANNED: { description: 'It goes as the library says.' },
    FAILS: { description: 'It pays nothing from now on.' },
    DELAYED: { description: 'It begins to pay months later.' },
    LATE: { description: "Each year's money comes a year later." },
  },
});
