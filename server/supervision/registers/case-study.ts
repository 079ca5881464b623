import { choice, day, documents, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { MODE_WORDS } from '../../base/vocabulary.js';

export const caseStudies = defineRegister({
  name: 'caseStudy',
  plural: 'caseStudies',
  group: 'PUBLICITY',
  source: ['A'],
  label: { zh: '案例库', en: 'Case library' },
  purpose: { zh: '好做法、成功经验的总结和宣传', en: 'Good practice written up and published' },
  fields: {
    title: text('标题', 'Title'),
    village: optional(village('村', 'Village')),
    publishedOn: day('发布日期', 'Published'),
    medium: optional(text('媒体', 'Medium')),
    mode: optional(choice('模式', 'Mode', { type: 'Mode', choices: MODE_WORDS })),
    summary: longText('做法和成效', 'Summary'),
    link: optional(text('链接', 'Link')),
    documents: documents(),
  },
  title: 'title',
  order: 'publishedOn',
});
