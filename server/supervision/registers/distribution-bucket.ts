import { entry, longText, optional, share, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const distributionBuckets = defineRegister({
  name: 'distributionBucket',
  plural: 'distributionBuckets',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '分配份额', en: 'Shares of a distribution' },
  purpose: { zh: '分配办法中的每一份', en: 'Each part of a distribution rule' },
  fields: {
    rule: entry('分配办法', 'Rule', 'distributionRule'),
    name: text('用途', 'Purpose'),
    share: share('份额', 'Share'),
    remark: optional(longText('使用范围', 'What it may be used for')),
  },
  title: 'name',
});
