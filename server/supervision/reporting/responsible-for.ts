import type { EntryOf } from '../register/register.js';
import type { reporters } from '../registers/reporter.js';

/** Who answers for a village's figures, by name: its own reporter and the township's leader in charge, those named last. */
export function responsibleFor(village: string, township: string, people: readonly EntryOf<typeof reporters>[]): string[] {
  const reporter = people.find(({ values }) => values.village === village && values.role === 'INFORMANT');
  const leader = people.find(({ values }) => values.township === township && values.role === 'TOWNSHIP_LEADER');
  return [reporter, leader].flatMap((found) => (found ? [found.values.person] : []));
}
