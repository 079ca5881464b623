import { choice, day, documents, flag, longText, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { CRITERION_WORDS } from '../../base/vocabulary.js';

export const eligibilityJudgments = defineRegister({
  name: 'eligibilityJudgment',
  plural: 'eligibilityJudgments',
  group: 'FUNDING',
  source: ['F'],
  label: { zh: '六项条件评定', en: 'Eligibility judgments' },
  purpose: { zh: '每个村是否符合扶持条件、凭什么、谁评定', en: 'Whether a village meets each condition, on what evidence, judged by whom' },
  fields: {
    village: village('村', 'Village'),
    criterion: choice('条件', 'Condition', { type: 'CriterionKey', choices: CRITERION_WORDS }),
    met: flag('符合', 'Met'),
    judgedOn: day('评定日期', 'Judged on'),
    judgedBy: text('评定人', 'Judged by'),
    grounds: longText('依据', 'Reason'),
    documents: documents(),
  },
  title: 'grounds',
  order: 'judgedOn',
});
