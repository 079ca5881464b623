import { STAGE_WORDS } from '../../base/vocabulary.js';
import { choice, day, documents, longText, optional, project, text } from '../register/field.js';
import { inOrder } from '../register/in-order.js';
import { defineRegister } from '../register/register.js';

const { COMMITTED: _committed, ...stages } = STAGE_WORDS;

export const stageEvents = defineRegister({
  name: 'stageEvent',
  plural: 'stageEvents',
  group: 'RISK',
  source: ['K', 'R'],
  label: { zh: '项目审批记录', en: 'Decisions on projects' },
  purpose: {
    zh: '项目在申报、推荐、审批、审核、公示各步由谁在何时作出什么决定',
    en: 'Who decided what about a project, when, at each of its five stages',
  },
  fields: {
    project: project('项目', 'Project'),
    stage: choice('环节', 'Stage', { type: 'ProjectStage', choices: stages }),
    decision: choice('决定', 'Decision', {
      type: 'StageDecision',
      choices: {
        PASSED: { zh: '通过', en: 'Passed' },
        RETURNED: { zh: '退回上一步', en: 'Returned to the stage before' },
        REJECTED: { zh: '否决', en: 'Rejected' },
        REOPENED: { zh: '重新提出', en: 'Taken up again' },
      },
    }),
    decidedOn: day('日期', 'Day'),
    decidedBy: text('决定人', 'Decided by', { zh: '集体研究的写会议名称', en: 'The meeting, where it was decided together' }),
    reason: optional(longText('理由', 'Reason')),
    publicityFrom: optional(day('公示开始', 'Publicity from')),
    publicityUntil: optional(day('公示结束', 'Publicity until')),
    objections: optional(longText('异议', 'Objections')),
    answer: optional(longText('异议处理', 'How objections were settled')),
    documents: documents(),
  },
  title: 'project',
  order: 'decidedOn',
  ruledBy: 'advanceProject',
  check: inOrder('publicityFrom', 'publicityUntil'),
});
