import { documents, optional, project, whole, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const householdBenefits = defineRegister({
  name: 'householdBenefit',
  plural: 'householdBenefits',
  group: 'PARKS',
  source: ['P9'],
  label: { zh: '带动农户', en: 'Households that benefit' },
  purpose: { zh: '项目带动的农户、脱贫户和小微农场主', en: 'Households, poor households and small farmers that a project brings along' },
  fields: {
    project: project('项目', 'Project'),
    year: year('年度', 'Year'),
    households: whole('带动户数', 'Households', { most: 100_000 }),
    poorHouseholds: optional(whole('其中脱贫户', 'Of them poor', { most: 100_000 })),
    smallFarms: optional(whole('小微农场', 'Small farms', { most: 100_000 })),
    documents: documents(),
  },
  title: 'project',
  order: 'year',
});
