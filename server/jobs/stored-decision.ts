import { deserialize } from 'node:v8';
import type { Answers, QuestionKind } from '../allocation/decision/question.js';
import type { Allocation } from '../allocation/optimal/allocate.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import type { CountyRecord, TownshipRecord, VillageRecord } from '../base/county.js';
import { contentHash } from '../base/hashing.js';
import { isInScope } from '../scenario/known-regions.js';
import { restoreProblem, storeProblem, type StoredProblem } from './stored-problem.js';

/** An allocation whose reasons are plain values. */
interface StoredAllocation extends Omit<Allocation, 'unspentReason' | 'bindingConstraints' | 'notFunded'> {
  readonly unspentReason: StoredProblem | undefined;
  readonly bindingConstraints: readonly StoredProblem[];
  readonly notFunded: readonly (Omit<Allocation['notFunded'][number], 'reason'> & { readonly reason: StoredProblem })[];
}

/** What a job for a decision came to, with what it was computed from. */
export interface Decision<Kind extends QuestionKind = QuestionKind> {
  readonly kind: Kind;
  readonly answer: Answers[Kind];
  readonly engineVersion: string;
  readonly dataVersion: string;
  /** Of whole counties, ascending by code. */
  readonly villages: readonly VillageRecord[];
  readonly townships: readonly TownshipRecord[];
  /** Villages in scope. */
  readonly villageCount: number;
}

type StoredDecision = Omit<Decision, 'answer'> & { readonly answer: StoredAllocation | Exclude<Answers[QuestionKind], Allocation> };

/** Makes an answer a value that can be written. @param source whole counties as they were read, and the versions that name them */
export function storeDecision(
  kind: QuestionKind,
  answer: Answers[QuestionKind],
  {
    records,
    versions,
    scope,
  }: { readonly records: readonly CountyRecord[]; readonly versions: readonly string[]; readonly scope: readonly string[] },
): StoredDecision {
  const villages = records.flatMap((record) => record.villages);
  return {
    kind,
    answer: 'bindingConstraints' in answer ? storeAllocation(answer) : answer,
    engineVersion: ENGINE_VERSION,
    dataVersion: contentHash(versions.join(' ')).slice(0, 16),
    villages,
    townships: records.flatMap(({ townships }) => townships),
    villageCount: villages.filter(({ code }) => isInScope(code, scope)).length,
  };
}

export function readDecision(bytes: Uint8Array): Decision {
  const { answer, ...rest } = deserialize(bytes) as StoredDecision;
  return { ...rest, answer: 'bindingConstraints' in answer ? restoreAllocation(answer) : answer };
}

const storeAllocation = ({ unspentReason, bindingConstraints, notFunded, ...rest }: Allocation): StoredAllocation => ({
  ...rest,
  unspentReason: unspentReason && storeProblem(unspentReason),
  bindingConstraints: bindingConstraints.map(storeProblem),
  notFunded: notFunded.map(({ reason, ...village }) => ({ ...village, reason: storeProblem(reason) })),
});

const restoreAllocation = ({ unspentReason, bindingConstraints, notFunded, ...rest }: StoredAllocation): Allocation => ({
  ...rest,
  unspentReason: unspentReason && restoreProblem(unspentReason),
  bindingConstraints: bindingConstraints.map(restoreProblem),
  notFunded: notFunded.map(({ reason, ...village }) => ({ ...village, reason: restoreProblem(reason) })),
});
