import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAGES, type Stage } from '../../../server/base/vocabulary.js';
import { decide, stageOrder, stateOf, type ProjectState, type StageEvent } from '../../../server/supervision/projects/stage-rules.js';

const FIVE = STAGES.filter((stage) => stage !== 'COMMITTED');
const DAYS = 5;

const event = (part: Partial<StageEvent>): StageEvent => ({
  project: 'X1',
  stage: 'APPLICATION',
  decision: 'PASSED',
  decidedOn: '2020-05-20',
  decidedBy: '领导小组会议',
  reason: null,
  publicityFrom: null,
  publicityUntil: null,
  objections: null,
  answer: null,
  documents: [],
  ...part,
});
const public7 = { publicityFrom: '2020-05-11', publicityUntil: '2020-05-17' };
const at = (stage: Stage, rejected = false): ProjectState => ({ stage, rejected });
const refusal = (state: ProjectState, part: Partial<StageEvent>): string => {
  try {
    decide(state, event(part), FIVE, DAYS);
    return 'taken';
  } catch (error) {
    return `${(error as { code: string; path: string[] }).code} ${(error as { path: string[] }).path.join('.')}`;
  }
};

describe('a project’s stages', () => {
  test('lead from application to commitment, one after the other', () => {
    let state = at('APPLICATION');
    const passed: Stage[] = [];
    while (state.stage !== 'COMMITTED') {
      passed.push(state.stage);
      state = decide(state, event({ stage: state.stage as StageEvent['stage'], ...public7 }), FIVE, DAYS);
    }
    expect(passed).toEqual(FIVE);
  });

  test('lead back one stage when returned, and nowhere while rejected', () => {
    expect(decide(at('REVIEW'), event({ stage: 'REVIEW', decision: 'RETURNED', reason: '材料不全' }), FIVE, DAYS)).toEqual(at('APPROVAL'));
    expect(decide(at('APPLICATION'), event({ decision: 'RETURNED', reason: '重写' }), FIVE, DAYS)).toEqual(at('APPLICATION'));
    const rejected = decide(at('APPROVAL'), event({ stage: 'APPROVAL', decision: 'REJECTED', reason: '风险大' }), FIVE, DAYS);
    expect(rejected).toEqual(at('APPROVAL', true));
    expect(refusal(rejected, { stage: 'APPROVAL' })).toBe('PROJECT_REJECTED decision');
    expect(decide(rejected, event({ stage: 'APPROVAL', decision: 'REOPENED', reason: '换了合作方' }), FIVE, DAYS)).toEqual(at('APPROVAL'));
  });

  test('refuse a decision out of turn, without a reason, or without publicity', () => {
    expect(refusal(at('APPROVAL'), {})).toBe('WRONG_STAGE stage');
    expect(refusal(at('COMMITTED'), {})).toBe('STAGE_IS_OVER stage');
    expect(refusal(at('APPLICATION'), { decision: 'REJECTED' })).toBe('REASON_NEEDED reason');
    expect(refusal(at('APPLICATION'), { decision: 'REOPENED', reason: 'x' })).toBe('NOT_REJECTED decision');
    const publicity = (part: Partial<StageEvent>) => refusal(at('PUBLICITY'), { stage: 'PUBLICITY', ...part });
    expect(publicity({})).toBe('PUBLICITY_NEEDED publicityFrom');
    expect(publicity({ publicityFrom: '2020-05-11' })).toBe('PUBLICITY_NEEDED publicityUntil');
    expect(publicity({ publicityFrom: '2020-05-11', publicityUntil: '2020-05-14' })).toBe('PUBLICITY_TOO_SHORT publicityUntil');
    expect(publicity({ publicityFrom: '2020-05-11', publicityUntil: '2020-05-15' })).toBe('taken');
    expect(publicity({ ...public7, decidedOn: '2020-05-16' })).toBe('PUBLICITY_NOT_OVER publicityUntil');
    expect(publicity({ ...public7, objections: '地界不清' })).toBe('OBJECTIONS_OPEN answer');
    expect(publicity({ ...public7, objections: '地界不清', answer: '已重新勘界' })).toBe('taken');
  });

  test('can be put in any order: every order leads through each stage once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIVE], { minLength: 5, maxLength: 5 }), (order) => {
        let state = at(order[0]!);
        const passed: Stage[] = [];
        while (state.stage !== 'COMMITTED') {
          passed.push(state.stage);
          state = decide(state, event({ stage: state.stage as StageEvent['stage'], ...public7 }), order, DAYS);
        }
        expect(passed).toEqual(order);
      }),
    );
  });

  test('are in the order that holds on the day, the article’s before any is kept', () => {
    const kept = (since: string, first: 'REVIEW' | 'APPROVAL') => ({
      id: since,
      register: 'procedure',
      county: '451026',
      revision: 1,
      createdAt: '',
      updatedAt: '',
      updatedBy: null,
      values: {
        name: since,
        since,
        first,
        second: 'APPLICATION',
        third: 'RECOMMENDATION',
        fourth: first === 'REVIEW' ? 'APPROVAL' : 'REVIEW',
        fifth: 'PUBLICITY',
      } as const,
    });
    const orders = [kept('2019-01-01', 'REVIEW'), kept('2020-01-01', 'APPROVAL')];
    expect(stageOrder([], '2020-05-01')).toEqual(FIVE);
    expect(stageOrder(orders, '2018-12-31')).toEqual(FIVE);
    expect(stageOrder(orders, '2019-12-31')[0]).toBe('REVIEW');
    expect(stageOrder(orders, '2020-01-01')[0]).toBe('APPROVAL');
  });

  test('tell a rejected project by its latest decision', () => {
    expect(stateOf('APPROVAL', [{ values: event({ decision: 'REJECTED' }) }])).toEqual(at('APPROVAL', true));
    expect(stateOf('COMMITTED', [{ values: event({ decision: 'REJECTED' }) }])).toEqual(at('COMMITTED'));
    expect(stateOf('APPROVAL', [])).toEqual(at('APPROVAL'));
  });
});
