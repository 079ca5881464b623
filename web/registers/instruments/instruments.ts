import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { InstrumentWords } from './words.js';

export interface InstrumentIncome {
  readonly label: string;
  readonly mode: string;
  readonly villages: number;
  readonly projects: number;
  readonly received: number;
  readonly yearBefore: number;
}

export const instrumentIncome = (county: string, year: number): Request<{ instrumentIncome: readonly InstrumentIncome[] }> => ({
  query: `query InstrumentIncome($scope: [ID!], $year: Int!) { instrumentIncome(scope: $scope, year: $year) { label mode villages projects
    received yearBefore } }`,
  variables: { scope: [county], year },
});

/** @param modes names of the modes by their codes */
export const instrumentTable = (
  income: readonly InstrumentIncome[],
  {
    year,
    asOf,
    county,
    modes,
  }: { readonly year: number; readonly asOf: string; readonly county: string; readonly modes: Readonly<Record<string, string>> },
  words: InstrumentWords,
): DataTable => ({
  name: 'instrument-income',
  title: `${county} ${year} ${words.title}`,
  columns: [
    { title: words.mode, format: 'text' },
    { title: words.instrument, format: 'text', strong: true },
    { title: words.villages, format: 'number' },
    { title: words.projects, format: 'number' },
    { title: words.received(year), format: 'money' },
    { title: words.received(year - 1), format: 'money' },
  ],
  rows: income.map(({ mode, label, villages, projects, received, yearBefore }) => [
    modes[mode] ?? mode,
    label,
    villages,
    projects,
    received,
    yearBefore,
  ]),
  source: words.source(asOf),
});
