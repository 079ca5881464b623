import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Entry, Register, RegisterField } from '../../../web/registers/operations.js';
import {
  aboutProjects,
  advanceProject,
  decisionForm,
  libraryTable,
  projectFile,
  projectLibrary,
  projectStress,
  realisedReturns,
  stageSteps,
  stressTable,
  type LibraryProject,
} from '../../../web/registers/projects/project-library.js';
import { projectWords } from '../../../web/registers/projects/words.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const words = projectWords['zh-CN'];
const field = (name: string, kind: string, choices: RegisterField['choices'] = []): RegisterField => ({
  name,
  kind,
  label: name,
  note: null,
  required: false,
  choices,
  register: null,
});
const register = (name: string, typeName: string, fields: readonly RegisterField[]): Register => ({
  name,
  plural: `${name}s`,
  typeName,
  ruledBy: null,
  group: 'RISK',
  groupLabel: '',
  label: name,
  purpose: '',
  title: 'project',
  fields,
});
const choices = ['PASSED', 'RETURNED', 'REJECTED', 'REOPENED'].map((code) => ({ code, label: code }));
const decisions = register('stageEvent', 'StageEvent', [
  field('project', 'project'),
  field('stage', 'choice'),
  field('decision', 'choice', choices),
  field('decidedBy', 'text'),
  field('publicityFrom', 'day'),
]);
const duty = register('duty', 'Duty', [field('owner', 'text')]);
const stages = ['APPLICATION', 'RECOMMENDATION', 'APPROVAL', 'REVIEW', 'PUBLICITY'];
const event = (stage: string, decision: string, decidedOn: string): Entry => ({
  id: decidedOn,
  revision: 1,
  updatedAt: '',
  updatedBy: null,
  stage,
  decision,
  decidedOn,
});

describe('the project library', () => {
  it.each(
    Object.entries({
      projectLibrary: projectLibrary('451026', { search: '蚕', stages: ['REVIEW'] }),
      projectFile: projectFile('X', [decisions, duty]),
      advanceProject: advanceProject({}),
      realisedReturns: realisedReturns('451026'),
      projectStress: projectStress('X', 12),
    }),
  )('asks what the published schema answers: %s', (_name, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('asks of a project only the registers that name one', () => {
    expect(aboutProjects([decisions, duty])).toEqual([decisions]);
  });

  it('shows what passed each stage in the order that holds, and where it stands', () => {
    const kept = [
      event('APPLICATION', 'PASSED', '2020-05-03'),
      event('RECOMMENDATION', 'RETURNED', '2020-05-02'),
      event('APPLICATION', 'PASSED', '2020-05-01'),
    ];
    const steps = (project: { stage: string; rejected: boolean }) =>
      stageSteps({ stages, ...project }, kept).map(({ state, passed }) => [state, passed?.['decidedOn']]);
    expect(steps({ stage: 'RECOMMENDATION', rejected: false }).slice(0, 3)).toEqual([
      ['PASSED', '2020-05-03'],
      ['NOW', undefined],
      ['AHEAD', undefined],
    ]);
    expect(steps({ stage: 'RECOMMENDATION', rejected: true })[1]).toEqual(['REJECTED', undefined]);
    expect(steps({ stage: 'COMMITTED', rejected: false }).map(([state]) => state)).toEqual(stages.map(() => 'PASSED'));
  });

  it('asks of a decision what its stage needs: publicity only at publicity, taking up again only what was rejected', () => {
    const names = (stage: string) => decisionForm(decisions, { stage, rejected: false }).fields.map(({ name }) => name);
    expect(names('REVIEW')).toEqual(['decision', 'decidedBy']);
    expect(names('PUBLICITY')).toEqual(['decision', 'decidedBy', 'publicityFrom']);
    const codes = (rejected: boolean) => decisionForm(decisions, { stage: 'REVIEW', rejected }).fields[0]!.choices.map(({ code }) => code);
    expect(codes(false)).toEqual(['PASSED', 'RETURNED', 'REJECTED']);
    expect(codes(true)).toEqual(['REOPENED']);
  });

  it('is taken away with what is overdue', () => {
    const project: LibraryProject = {
      code: 'P1',
      name: '蚕房',
      village: null,
      park: null,
      funder: null,
      capital: 500_000,
      start: '2020-07',
      rate: null,
      mode: 'PROPERTY',
      stage: 'REVIEW',
      accrued: 10_000,
      paid: 4_000,
      overdue: 6_000,
      overdueMilestones: [{ what: '交付', owner: null, dueOn: '2020-05-01' }],
    };
    const [row] = libraryTable([project], words, '那坡县').rows;
    expect(row!.slice(-5)).toEqual(['审核', 10_000, 4_000, 6_000, '交付 2020-05-01']);
  });

  it('names no change for what is as planned', () => {
    const fate = { chance: 0.5, standardError: 0.01, change: 0, changeStandardError: 0 };
    const stress = {
      year: 2021,
      target: 50_000,
      months: 9,
      seed: 1,
      trials: 1000,
      fates: [
        { fate: 'PLANNED', ...fate },
        { fate: 'DELAYED', ...fate },
      ] as const,
    };
    expect(stressTable(stress, '蚕房', words).rows).toEqual([
      ['按计划', 0.5, 0.01, null, null],
      ['推迟 9 个月', 0.5, 0.01, 0, 0],
    ]);
  });
});
