import type { ProblemDetails } from './problem.js';
import { allocationProblems } from './allocation.js';
import { allocationReasons } from './allocation-reasons.js';
import { apiProblems } from './api.js';
import { bulletinProblems } from './bulletin.js';
import { decisionProblems } from './decision.js';
import { intakeProblems } from './intake.js';
import { jobProblems } from './jobs.js';
import { modelProblems } from './model.js';
import { projectProblems } from './projects.js';
import { notebookProblems } from './notebooks.js';
import { pictureProblems } from './pictures.js';
import { replayProblems } from './replay.js';
import { reportingProblems } from './reporting.js';
import { scenarioProblems } from './scenario.js';
import { supervisionProblems } from './supervision.js';

/** One entry of the catalogue: the sentence in both languages. It says what is wrong, the value, and how to mend it. */
export interface CatalogueEntry {
  readonly zh: (details: ProblemDetails) => string;
  readonly en: (details: ProblemDetails) => string;
}

/** Every error that a user can meet, by code. */
export const catalogue = {
  ...allocationProblems,
  ...allocationReasons,
  ...apiProblems,
  ...bulletinProblems,
  ...decisionProblems,
  ...intakeProblems,
  ...jobProblems,
  ...modelProblems,
  ...projectProblems,
  ...notebookProblems,
  ...pictureProblems,
  ...replayProblems,
  ...reportingProblems,
  ...scenarioProblems,
  ...supervisionProblems,
} satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;
