import type { Language } from '../base/errors/problem.js';
import type { Allocations } from './allocations.js';
import type { BacktestJobs } from './backtest-jobs.js';
import type { Backtests } from './backtests.js';
import type { ComparisonJobs } from './comparison-jobs.js';
import type { Comparisons } from './comparisons.js';
import type { DecisionJobs } from './decision-jobs.js';
import type { Examples } from './examples.js';
import type { ImportDesk } from '../intake/import-desk.js';
import type { JobRunner } from '../jobs/job-runner.js';
import type { InformationValues } from './information-values.js';
import type { Loaders } from './loaders.js';
import type { PolicyComparisons } from './policy-comparisons.js';
import type { ProjectionJobs } from './projection-jobs.js';
import type { Notebooks } from './notebooks.js';
import type { ProjectStresses } from './project-stresses.js';
import type { Projections } from './projections.js';
import type { ResponseCurves } from './response-curves.js';
import type { Robustnesses } from './robustnesses.js';
import type { RunningYears } from './running-years.js';
import type { Sensitivities } from './sensitivities.js';
import type { Workspace } from './workspace.js';

/** What every resolver gets: the long-lived parts, and what belongs to this one request. */
export interface RequestContext {
  readonly workspace: Workspace;
  readonly projections: Projections;
  readonly comparisons: Comparisons;
  readonly allocations: Allocations;
  readonly policyComparisons: PolicyComparisons;
  readonly robustnesses: Robustnesses;
  readonly informationValues: InformationValues;
  readonly sensitivities: Sensitivities;
  readonly responseCurves: ResponseCurves;
  readonly runningYears: RunningYears;
  readonly projectStresses: ProjectStresses;
  readonly backtests: Backtests;
  readonly jobs: JobRunner;
  readonly projectionJobs: ProjectionJobs;
  readonly comparisonJobs: ComparisonJobs;
  readonly backtestJobs: BacktestJobs;
  readonly decisionJobs: DecisionJobs;
  readonly examples: Examples;
  readonly imports: ImportDesk;
  readonly notebooks: Notebooks;
  readonly loaders: Loaders;
  readonly language: Language;
}
