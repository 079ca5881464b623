import { toFen } from '../../base/money.js';
import { monthInYear, parseMonth, yearOf, type Month } from '../../base/month.js';
import { STAGES, type Stage } from '../../base/vocabulary.js';
import type { ProjectRow } from '../tables.js';
import { between, choose, happens, normal, uniform } from './draws.js';
import { PROJECT_KINDS, type ProjectKind, type ProjectOffer } from './project-kinds.js';
import type { Payment } from './payments.js';
import { AS_OF } from './period.js';
import { TOWNSHIPS } from './townships.js';
import type { ListedVillage } from './villages.js';

/** What an eligible village gets, yuan. */
const CAPITAL = 500_000;

/**
 * The batches of money: how many of a hundred villages each reaches, of those that meet the six conditions and of the
 * others (some met them when they were chosen), and which stages its projects are in.
 */
const BATCHES = [
  { year: 2019, eligible: 26, others: 6, stages: ['COMMITTED'] },
  { year: 2020, eligible: 8, others: 3, stages: STAGES.filter((stage) => stage !== 'COMMITTED') },
] as const satisfies readonly { year: number; eligible: number; others: number; stages: readonly Stage[] }[];

/** Who gave the money, by weight. */
const FUNDERS = { 中央扶持资金: 4, 自治区扶持资金: 4, 县级扶持资金: 2, 后援单位: 1 };

/** The villages that the article names with their projects are in the batch of 2019 whatever chance says. */
const NAMED: Readonly<Record<string, ProjectKind>> = {
  '451026101206': 'nongxinFarm', // 农信村
  '451026203203': 'sanzhangFarm', // 三章村
  '451026203204': 'breedingFarm', // 德康村
};

export interface LibraryProject {
  readonly row: ProjectRow;
  /** What it has paid so far. */
  readonly payments: readonly Payment[];
}

/** A village's projects: at most one of each batch. */
export function projectsOf(village: ListedVillage, eligible: boolean): LibraryProject[] {
  return BATCHES.flatMap((batch) => {
    const { year, stages } = batch;
    const named = year === 2019 ? NAMED[village.code] : undefined;
    if (!named && !happens((eligible ? batch.eligible : batch.others) / 100, 'project', village.code, year)) return [];
    const kind = named ?? choose(TOWNSHIPS[village.townshipCode]!.projects, 'project kind', village.code, year);
    const code = `NAPO-${year}-${village.code.slice(6)}`;
    const row = projectRow(code, village, PROJECT_KINDS[kind], year, stages[between(0, stages.length - 1, 'stage', village.code, year)]!);
    return [{ row, payments: row.stage === 'COMMITTED' ? paymentsOf(row, PROJECT_KINDS[kind]) : [] }];
  });
}

function projectRow(code: string, village: ListedVillage, offer: ProjectOffer, batch: number, stage: Stage): ProjectRow {
  const [from, to] = offer.starts.map((written) => parseMonth(written)! + 12 * (batch - 2019)) as [Month, Month];
  const [least, most] = offer.percent;
  const rate = Math.round((least + (most - least) * uniform('rate', code)) * 2) / 200;
  return {
    code,
    village: village.code,
    name: `${village.name}${offer.name}`,
    ...offer.account,
    funder: choose(FUNDERS, 'funder', code),
    capital: toFen(CAPITAL),
    start: between(from, to, 'start', code),
    terms: { rate, ...offer.terms },
    stage,
  };
}

/** What a project has paid up to the as-of month, if its true delay let it: instalments of the promised return. */
function paymentsOf({ code, village, start, terms }: ProjectRow, { account, instalments, terms: { sd, delay } }: ProjectOffer): Payment[] {
  const every = 12 / instalments.perYear;
  const delivered = start + delayInMonths(code, delay);
  const payments: Payment[] = [];
  for (let month = delivered + (instalments.ahead ? 0 : every); month <= AS_OF; month += every) {
    const realised = Math.exp(sd * normal('realised', code, yearOf(month), monthInYear(month)) - sd ** 2 / 2);
    const yuan = Math.round((CAPITAL * terms.rate! * realised) / instalments.perYear / 100) * 100;
    payments.push({ village, ...account, project: code, month, yuan, reference: null });
  }
  return payments;
}

/** Geometric on 0, 1, 2, … with the given mean, as the model draws it. */
const delayInMonths = (code: string, mean: number): number => Math.floor(Math.log(uniform('delay', code)) / Math.log(mean / (1 + mean)));
