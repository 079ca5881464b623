import { Problem, type Language } from '../../base/errors/problem.js';
import type { AllocationView } from '../allocations.js';
import type { Allocation } from '../types/allocation.js';
import type { Reason } from '../types/projection.js';

export function toAllocation({ allocation, villageOf, townshipNamed, ...source }: AllocationView, language: Language): Allocation {
  /** The engine knows townships by code, readers by name. */
  const toReason = ({ code, details }: Problem): Reason => {
    const { township } = details;
    const named = typeof township === 'string' ? { ...details, township: townshipNamed(township) } : details;
    return { code, message: new Problem(code, named).text(language) };
  };
  const { baseline, unspentReason, bindingConstraints, grants, notFunded, frontier, ...rest } = allocation;
  return {
    ...rest,
    ...source,
    baseline: baseline ?? null,
    unspentReason: unspentReason ? toReason(unspentReason) : null,
    bindingConstraints: bindingConstraints.map(toReason),
    grants: grants.map(({ village, elsewhere, ...grant }) => ({ ...grant, village: villageOf(village), elsewhere: elsewhere ?? null })),
    notFunded: notFunded.map(({ village, reason, flipGrant, flipIncome, flipOption }) => ({
      village: villageOf(village),
      reason: toReason(reason),
      flipGrant: flipGrant ?? null,
      flipIncome: flipIncome ?? null,
      flipOption: flipOption ?? null,
    })),
    frontier: frontier.map(({ funded, droppedOut, ...point }) => ({
      ...point,
      funded: funded ?? null,
      droppedOut: droppedOut.map(villageOf),
    })),
  };
}
