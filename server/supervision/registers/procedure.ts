import { STAGE_WORDS } from '../../base/vocabulary.js';
import { Problem } from '../../base/errors/problem.js';
import { choice, day, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

const { COMMITTED: _committed, ...stages } = STAGE_WORDS;
const step = (zh: string, en: string) => choice(zh, en, { type: 'ProjectStage', choices: stages });
const STEPS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

export const procedures = defineRegister({
  name: 'procedure',
  plural: 'procedures',
  group: 'RISK',
  source: ['K'],
  label: { zh: '审批顺序', en: 'Order of stages' },
  purpose: {
    zh: '五个环节的先后；没有登记时按文章的顺序：申报、推荐、审批、审核、公示',
    en: "The order of the five stages; where none is kept, the article's: application, recommendation, approval, review, publicity",
  },
  fields: {
    name: text('名称', 'Name'),
    since: day('从哪天起', 'Since'),
    first: step('第一步', 'First'),
    second: step('第二步', 'Second'),
    third: step('第三步', 'Third'),
    fourth: step('第四步', 'Fourth'),
    fifth: step('第五步', 'Fifth'),
  },
  title: 'name',
  order: 'since',
  check: (values) =>
    STEPS.filter((field, index) => STEPS.slice(0, index).some((earlier) => values[earlier] === values[field])).map(
      (field) =>
        new Problem(
          'STAGE_TWICE',
          { value: stages[values[field] as keyof typeof stages].zh, valueEn: stages[values[field] as keyof typeof stages].en },
          [field],
        ),
    ),
});
