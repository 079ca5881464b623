import type { ProjectRecord } from '../../base/county.js';
import type { CountyFit } from '../../model/fit.js';
import type { DefaultTerms } from '../../scenario/defaults.js';
import type { Range } from '../../scenario/ranges.js';
import type { Comparable } from '../comparison-checks.js';
import { TERM_RULES } from './option-assumptions.js';
import { factorRange } from './sensible-range.js';
import { varied, type VariedAssumption } from './varied-assumption.js';

const FACTOR: Range = { least: 0, most: 5 };

/** Committed projects of the library that no stream stands for yet: what they return, and the terms that they leave out. */
export function projectAssumptions(base: Comparable): VariedAssumption[] {
  const projects = committedProjects(base);
  if (projects.length === 0) return [];
  const { projectTerms } = base.scenario;
  const leftOut = (Object.keys(TERM_RULES) as (keyof DefaultTerms)[]).filter((term) =>
    projects.some(({ terms }) => terms[term] === undefined),
  );
  return [
    varied(
      {
        name: 'projects.returns',
        group: 'PROJECT',
        unit: 'SHARE',
        label: { zh: '已入库项目的回报（相对约定）', en: 'returns of committed projects, relative to what was agreed' },
        value: 1,
        ...FACTOR,
        ...factorRange(1, [0.6, 1.2], FACTOR),
      },
      returningTimes,
    ),
    ...leftOut.map((term) => {
      const { label, unit, limits, range } = TERM_RULES[term];
      const value = projectTerms[term];
      return varied(
        {
          name: `option.${term}`,
          group: 'PROJECT',
          unit,
          label: { zh: `未写明的已入库项目：${label.zh}`, en: `committed projects that leave it out: ${label.en}` },
          value,
          ...limits,
          ...range(value),
        },
        ({ scenario, counties }, changed) => ({
          scenario: { ...scenario, projectTerms: { ...scenario.projectTerms, [term]: changed } },
          counties,
        }),
      );
    }),
  ];
}

/** All projects that the grant rule projects return so many times what was agreed, or what holds where nothing was. */
export function returningTimes(on: Comparable, factor: number): Comparable {
  const { scenario, counties } = withProjects(on, (project) =>
    project.terms.rate === undefined ? project : { ...project, terms: { ...project.terms, rate: project.terms.rate * factor } },
  );
  const { projectTerms } = scenario;
  return { scenario: { ...scenario, projectTerms: { ...projectTerms, rate: projectTerms.rate * factor } }, counties };
}

/** Committed projects that the grant rule projects, of villages anywhere in the counties. */
export const committedProjects = ({ counties }: Comparable): ProjectRecord[] =>
  counties.flatMap(({ fit }) => fit.panel.youngProjects.filter(({ committed }) => committed).map(({ record }) => record));

/** The same with other projects in place of those that the grant rule projects; nothing is fitted anew. */
export function withProjects({ scenario, counties }: Comparable, change: (project: ProjectRecord) => ProjectRecord): Comparable {
  const changed = (fit: CountyFit): CountyFit => ({
    ...fit,
    panel: { ...fit.panel, youngProjects: fit.panel.youngProjects.map((project) => ({ ...project, record: change(project.record) })) },
  });
  return { scenario, counties: counties.map((county) => ({ ...county, fit: changed(county.fit) })) };
}
