import { choice, day, documents, longText, optional, project, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const feasibilityStudies = defineRegister({
  name: 'feasibilityStudy',
  plural: 'feasibilityStudies',
  group: 'RISK',
  source: ['K'],
  label: { zh: '可行性研判', en: 'Feasibility studies' },
  purpose: { zh: '项目上马前的可行性研判', en: 'What was found before a project began' },
  fields: {
    project: project('项目', 'Project'),
    studiedOn: day('研判日期', 'Day'),
    studiedBy: text('研判人', 'By'),
    conclusion: choice('结论', 'Conclusion', {
      type: 'FeasibilityConclusion',
      choices: {
        FEASIBLE: { zh: '可行', en: 'Feasible' },
        CONDITIONAL: { zh: '附条件可行', en: 'With conditions' },
        NOT_FEASIBLE: { zh: '不可行', en: 'Not feasible' },
      },
    }),
    risks: optional(longText('主要风险', 'Main risks')),
    documents: documents(),
  },
  title: 'project',
  order: 'studiedOn',
});
