import { Problem } from '../../base/errors/problem.js';
import { STAGES, STAGE_WORDS, type Stage } from '../../base/vocabulary.js';
import { daysBetween } from '../bulletin/days.js';
import type { EntryOf, ValuesOf } from '../register/register.js';
import type { procedures } from '../registers/procedure.js';
import type { stageEvents } from '../registers/stage-event.js';

export type StageEvent = ValuesOf<(typeof stageEvents)['fields']>;

/** Where a project stands: at a stage that it has not passed yet, committed, or rejected at a stage. */
export interface ProjectState {
  readonly stage: Stage;
  readonly rejected: boolean;
}

const ARTICLE_ORDER: readonly Stage[] = STAGES.filter((stage) => stage !== 'COMMITTED');

/** The order of the five stages that holds on a day; the article's where none is kept. */
export function stageOrder(kept: readonly EntryOf<typeof procedures>[], day: string): readonly Stage[] {
  const holding = kept
    .filter(({ values }) => values.since <= day)
    .sort((left, right) => (left.values.since < right.values.since ? 1 : -1))[0];
  if (!holding) return ARTICLE_ORDER;
  const { first, second, third, fourth, fifth } = holding.values;
  return [first, second, third, fourth, fifth] as readonly Stage[];
}

/** The state that a project's latest event left it in. */
export const stateOf = (stage: Stage, events: readonly { readonly values: StageEvent }[]): ProjectState => ({
  stage,
  rejected: stage !== 'COMMITTED' && events[0]?.values.decision === 'REJECTED',
});

/**
 * Where a decision takes a project.
 * @param order of the stages; the first is where a project begins
 * @param publicityDays days for which a project must at least have been made public
 * @throws Problem STAGE_IS_OVER, WRONG_STAGE, PROJECT_REJECTED, NOT_REJECTED, REASON_NEEDED, PUBLICITY_NEEDED, PUBLICITY_TOO_SHORT, OBJECTIONS_OPEN
 */
export function decide({ stage, rejected }: ProjectState, event: StageEvent, order: readonly Stage[], publicityDays: number): ProjectState {
  if (stage === 'COMMITTED') throw new Problem('STAGE_IS_OVER', {}, ['stage']);
  const words = STAGE_WORDS[stage];
  if (event.stage !== stage)
    throw new Problem(
      'WRONG_STAGE',
      { value: STAGE_WORDS[event.stage].zh, valueEn: STAGE_WORDS[event.stage].en, stage: words.zh, stageEn: words.en },
      ['stage'],
    );
  if (rejected !== (event.decision === 'REOPENED')) throw new Problem(rejected ? 'PROJECT_REJECTED' : 'NOT_REJECTED', {}, ['decision']);
  if (event.decision !== 'PASSED' && !event.reason) throw new Problem('REASON_NEEDED', {}, ['reason']);
  const place = order.indexOf(stage);
  switch (event.decision) {
    case 'REJECTED':
      return { stage, rejected: true };
    case 'REOPENED':
      return { stage, rejected: false };
    case 'RETURNED':
      return { stage: order[Math.max(0, place - 1)]!, rejected: false };
    case 'PASSED':
      if (stage === 'PUBLICITY') checkPublicity(event, publicityDays);
      return { stage: order[place + 1] ?? 'COMMITTED', rejected: false };
  }
}

function checkPublicity({ publicityFrom, publicityUntil, decidedOn, objections, answer }: StageEvent, least: number): void {
  if (!publicityFrom || !publicityUntil) throw new Problem('PUBLICITY_NEEDED', {}, [publicityFrom ? 'publicityUntil' : 'publicityFrom']);
  const days = daysBetween(publicityFrom, publicityUntil) + 1;
  if (days < least) throw new Problem('PUBLICITY_TOO_SHORT', { value: days, least }, ['publicityUntil']);
  if (publicityUntil > decidedOn) throw new Problem('PUBLICITY_NOT_OVER', { value: publicityUntil, day: decidedOn }, ['publicityUntil']);
  if (objections && !answer) throw new Problem('OBJECTIONS_OPEN', {}, ['answer']);
}
