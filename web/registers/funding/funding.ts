import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named, Register, StoredDocument } from '../operations.js';
import type { FundingWords } from './words.js';

export interface FunderAccount {
  readonly funder: string;
  readonly level: string | null;
  readonly allotted: number;
  readonly committed: number;
  readonly committedProjects: number;
  readonly inApproval: number;
  readonly paid: number;
  readonly returned: number;
  readonly left: number;
  readonly bookings: number;
}

export const funderAccounts = (county: string): Request<{ funderAccounts: readonly FunderAccount[] }> => ({
  query: `query FunderAccounts($scope: [ID!]) { funderAccounts(scope: $scope) { funder level allotted committed committedProjects inApproval paid
    returned left bookings } }`,
  variables: { scope: [county] },
});

export const funderTable = (accounts: readonly FunderAccount[], words: FundingWords, county: string): DataTable => ({
  name: 'funder-accounts',
  title: `${county}${words.ledger}`,
  columns: [
    { title: words.funder, format: 'text', strong: true },
    { title: words.level, format: 'text' },
    { title: words.allotted, format: 'money' },
    { title: words.inApproval, format: 'money' },
    { title: words.committed, format: 'money' },
    { title: words.committedProjects, format: 'number' },
    { title: words.paid, format: 'money' },
    { title: words.returned, format: 'money' },
    { title: words.left, format: 'money' },
  ],
  rows: accounts.map((one) => [
    one.funder,
    one.level === null ? null : (words.levels[one.level] ?? one.level),
    one.allotted,
    one.inApproval,
    one.committed,
    one.committedProjects,
    one.paid,
    one.returned,
    one.left,
  ]),
  source: words.ledgerSource,
});

export interface Judgment {
  readonly id: string;
  readonly village: Named | null;
  readonly criterion: string;
  readonly met: boolean;
  readonly judgedOn: string;
  readonly judgedBy: string;
  readonly grounds: string;
  readonly documents: readonly StoredDocument[];
}

export interface JudgedVillage extends Named {
  readonly eligible: boolean;
  readonly criteria: readonly { readonly key: string; readonly met: boolean | null }[];
}

export interface Eligibility {
  readonly villages: { readonly nodes: readonly JudgedVillage[] };
  readonly judgments: { readonly nodes: readonly Judgment[] };
}

/** A township's villages with their judgments, the latest of them first. */
export const eligibility = (township: string): Request<Eligibility> => ({
  query: `query Eligibility($scope: [ID!]) {
    villages(scope: $scope, first: 1000) { nodes { code name eligible criteria { key met } } }
    judgments: eligibilityJudgments(scope: $scope, first: 1000) { nodes { id village { code name } criterion met judgedOn judgedBy grounds
      documents { id name } } } }`,
  variables: { scope: [township] },
});

/** The judgments of one condition of one village, the latest first. */
export const judgmentsOf = ({ judgments }: Eligibility, village: string, criterion: string): Judgment[] =>
  judgments.nodes.filter((one) => one.village?.code === village && one.criterion === criterion);

/** The form of a judgment, less what the reader has pointed at. */
export const judgmentForm = (register: Register): Register => ({
  ...register,
  fields: register.fields.filter(({ name }) => name !== 'village' && name !== 'criterion'),
});

/** Names of the conditions, in the order in which villages tell them. */
export function criteriaOf({ villages }: Eligibility, register: Register): { readonly key: string; readonly label: string }[] {
  const choices = register.fields.find(({ name }) => name === 'criterion')!.choices;
  return (villages.nodes[0]?.criteria ?? []).map(({ key }) => ({ key, label: choices.find(({ code }) => code === key)?.label ?? key }));
}

export const eligibilityTable = (
  answer: Eligibility,
  criteria: readonly { readonly key: string; readonly label: string }[],
  words: FundingWords,
  township: string,
): DataTable => ({
  name: 'eligibility',
  title: `${township}${words.eligibility}`,
  columns: [
    { title: words.village, format: 'text', strong: true },
    { title: words.eligible, format: 'text' },
    ...criteria.flatMap(({ label }) => [
      { title: label, format: 'text' } as const,
      { title: words.judgedOf(label), format: 'text' } as const,
    ]),
  ],
  rows: answer.villages.nodes.map((village) => [
    village.name,
    village.eligible ? words.yes : words.no,
    ...criteria.flatMap(({ key }) => {
      const [latest] = judgmentsOf(answer, village.code, key);
      const met = village.criteria.find((one) => one.key === key)?.met ?? null;
      const judged = latest ? `${latest.judgedOn} ${latest.judgedBy} ${latest.grounds}` : '';
      return [met === null ? words.notJudged : met ? words.yes : words.no, judged];
    }),
  ]),
  source: words.eligibilitySource,
});
