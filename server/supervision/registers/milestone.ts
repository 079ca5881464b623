import { choice, day, documents, longText, optional, project, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const milestones = defineRegister({
  name: 'milestone',
  plural: 'milestones',
  group: 'RECEIPTS',
  source: ['P', 'R', 'F'],
  label: { zh: '项目节点', en: 'Milestones' },
  purpose: { zh: '项目开工、交付、产出的期限和实际日期', en: 'When projects were to start, deliver and yield, and when they did' },
  fields: {
    project: project('项目', 'Project'),
    kind: choice('节点', 'Kind', {
      type: 'MilestoneKind',
      choices: {
        START: { zh: '开工', en: 'Start of work' },
        DELIVERY: { zh: '交付', en: 'Delivery' },
        OUTPUT: { zh: '产出', en: 'First output' },
        OTHER: { zh: '其他', en: 'Other' },
      },
    }),
    name: text('名称', 'Name'),
    dueOn: day('期限', 'Due'),
    doneOn: optional(day('完成日期', 'Done')),
    remark: optional(longText('说明', 'Remark')),
    documents: documents(),
  },
  title: 'name',
  order: 'dueOn',
});
