import type { Brief } from '../../briefs/brief.js';
import { briefNumbers } from '../../briefs/brief-numbers.js';
import { grantsCost } from '../../allocation/grants-cost.js';
import type { Language } from '../../base/errors/problem.js';
import type { PercentileBand } from '../../projection/distribution.js';
import type { PlanView } from '../adopted-plans.js';
import { briefWords } from './brief-words.js';

const day = (at: string): string => at.slice(0, 10);

export const bandAt = (bands: readonly PercentileBand[], percentile: number): number =>
  bands.find((band) => band.percentile === percentile)!.value;

/** An adopted plan as leaders sign it. @param counties names of its counties */
export function planBrief({ summary, frozen, withdrawal }: PlanView, counties: string, language: Language): Brief {
  const words = briefWords[language];
  const numbers = briefNumbers(language);
  const { moneyUnit } = numbers;
  const { years, villages, grants, decidedFor } = frozen;
  const decided = years.find(({ year }) => year === decidedFor)!;
  const funded = villages.flatMap((village, v) => {
    const own = grants.filter((grant) => grant.village === village.code && grant.amount > 0);
    return own.map(({ option, amount }) => ({ ...village, option, amount, ...decided.villages[v]! }));
  });
  const cost = numbers.money(grantsCost(grants));
  const count = (number: number) => numbers.villages(number, 0);
  return {
    language,
    title: words.planTitle(summary.name),
    subtitle: words.subtitle(counties, frozen.asOf, decidedFor),
    warning: summary.demonstration ? words.demonstration : undefined,
    sections: [
      {
        heading: words.question,
        paragraphs: [
          words.planQuestion(count(funded.length), cost, moneyUnit),
          words.adopted(summary.number, summary.adopted_by, day(summary.adopted_at)),
          ...(summary.note ? [words.note(summary.note)] : []),
          ...(withdrawal ? [words.withdrawn(withdrawal.withdrawn_by, day(withdrawal.withdrawn_at), withdrawal.reason)] : []),
        ],
      },
      {
        heading: words.promised,
        paragraphs: [],
        table: {
          columns: [
            { title: words.year, isNumber: false },
            { title: words.expected, isNumber: true },
            { title: words.error, isNumber: true },
            { title: words.interval, isNumber: true },
            { title: words.chanceAll, isNumber: true },
            { title: words.income(moneyUnit), isNumber: true },
          ],
          rows: years.map(({ year, expectedReaching, reaching, chanceAll, income }) => [
            String(year),
            numbers.villages(expectedReaching.mean),
            numbers.error(expectedReaching),
            words.range(count(bandAt(reaching, 5)), count(bandAt(reaching, 95))),
            numbers.chance(chanceAll.mean),
            numbers.money(income),
          ]),
        },
      },
      {
        heading: words.reading,
        paragraphs: [
          words.expectedOf(
            summary.name,
            decidedFor,
            numbers.villages(decided.expectedReaching.mean),
            numbers.error(decided.expectedReaching),
          ),
          words.future(count(bandAt(decided.reaching, 5)), count(bandAt(decided.reaching, 95))),
          words.twoKinds,
        ],
      },
      {
        heading: words.villagesOf(summary.name),
        paragraphs: [],
        table: {
          columns: [
            { title: words.village, isNumber: false },
            { title: words.township, isNumber: false },
            { title: words.option, isNumber: false },
            { title: words.grant(moneyUnit), isNumber: true },
            { title: words.target(moneyUnit), isNumber: true },
            { title: words.chance, isNumber: true },
            { title: words.pointsError, isNumber: true },
          ],
          rows: [
            ...funded.map(({ name, township, option, amount, target, chance, standardError }) => [
              name,
              township.name,
              option,
              numbers.money(amount),
              numbers.money(target),
              numbers.chance(chance),
              numbers.points(standardError),
            ]),
            [words.total, '', '', cost, '', '', ''],
          ],
        },
      },
      {
        heading: words.basis,
        paragraphs: [words.provenance(frozen.asOf, frozen.dataVersion, frozen.engineVersion, frozen.seed, count(frozen.trials))],
        notes: [words.replay(frozen.replayToken)],
      },
    ],
    signatures: words.signatures,
  };
}
