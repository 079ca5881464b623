import { isEligible, type VillageRecord } from '../../base/county.js';
import { Problem } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import type { AllocationRule } from '../../scenario/allocation-rule.js';

/** Whether a village may get money, must, or may not and why. */
export type Standing = 'MAY' | 'MUST' | 'FORCED_OUT' | 'NOT_ELIGIBLE';

export const mayBeFunded = (standing: Standing): boolean => standing === 'MAY' || standing === 'MUST';

/**
 * Where each village stands, in their order.
 * @param place of the rule in the input, for the paths of problems
 * @throws Problems FORCED_IN_NOT_ELIGIBLE; Problem NO_VILLAGE_MAY_BE_FUNDED
 */
export function standingsOf(
  villages: readonly VillageRecord[],
  { eligibleOnly, forcedIn, forcedOut }: Pick<AllocationRule, 'eligibleOnly' | 'forcedIn' | 'forcedOut'>,
  place: readonly string[],
): Standing[] {
  const [must, out] = [new Set(forcedIn), new Set(forcedOut)];
  const standings = villages.map((village): Standing => {
    if (out.has(village.code)) return 'FORCED_OUT';
    if (eligibleOnly && !isEligible(village)) return 'NOT_ELIGIBLE';
    return must.has(village.code) ? 'MUST' : 'MAY';
  });
  const refused = villages.filter(({ code }, v) => must.has(code) && standings[v] === 'NOT_ELIGIBLE');
  if (refused.length) {
    throw new Problems(
      refused.map(({ code, name }) => new Problem('FORCED_IN_NOT_ELIGIBLE', { value: `${name} (${code})` }, [...place, 'forcedIn'])),
    );
  }
  if (!standings.some(mayBeFunded)) {
    const eligible = villages.filter(isEligible).length;
    throw new Problem('NO_VILLAGE_MAY_BE_FUNDED', { villages: villages.length, eligible, out: out.size }, [...place, 'eligibleOnly']);
  }
  return standings;
}
