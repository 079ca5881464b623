import type { Brief, BriefSection, BriefTable } from '../../briefs/brief.js';
import { briefNumbers, type BriefNumbers } from '../../briefs/brief-numbers.js';
import { formatMonth } from '../../base/month.js';
import type { Language } from '../../base/errors/problem.js';
import { writeReplayToken } from '../../scenario/replay-token.js';
import type { ScopeOutcome } from '../../projection/scope-outcome.js';
import type { VillageOutcome } from '../../projection/summary.js';
import type { ComparisonView } from '../comparisons.js';
import type { ProjectionView } from '../projections.js';
import { briefWords, type BriefWords } from './brief-words.js';
import { bandAt } from './plan-brief.js';

/** A comparison with what its brief says beside: how uncertain each scenario is by itself, and whom the leading one funds. */
export interface ComparisonBriefSource {
  readonly view: ComparisonView;
  readonly baseline: number;
  /** By scenario, in the year compared. */
  readonly outcomes: readonly ScopeOutcome[];
  /** Position of the scenario that most villages are expected to reach under. */
  readonly leading: number;
  readonly projection: ProjectionView;
  readonly villages: readonly VillageOutcome[];
  /** Chances without any grant, by village. */
  readonly before: ReadonlyMap<string, number>;
  readonly townships: ReadonlyMap<string, string>;
  /** Names of the counties compared. */
  readonly counties: string;
  readonly demonstration: boolean;
  /** As written above the brief; undefined: from the counties. */
  readonly title: string | undefined;
}

interface Telling extends ComparisonBriefSource {
  readonly names: readonly string[];
  readonly words: BriefWords;
  readonly numbers: BriefNumbers;
}

/** Scenarios side by side, as leaders choose between them. */
export function comparisonBrief(source: ComparisonBriefSource, language: Language): Brief {
  const { view, projection, counties, demonstration, title } = source;
  const words = briefWords[language];
  const numbers = briefNumbers(language);
  const names = view.scenarios.map(({ name }, s) => name || `${words.plan} ${s + 1}`);
  const telling = { ...source, names, words, numbers };
  const asOf = formatMonth(projection.asOf);
  const { written, dataVersion, engineVersion } = projection;
  return {
    language,
    title: title || words.comparisonTitle(counties),
    subtitle: words.subtitle(counties, asOf, view.year),
    warning: demonstration ? words.demonstration : undefined,
    sections: [
      { heading: words.question, paragraphs: [words.comparisonQuestion(names.join(language === 'zh' ? '、' : ', '), view.year)] },
      { heading: words.compared, paragraphs: [], table: comparedTable(telling) },
      { heading: words.reading, paragraphs: readingOf(telling) },
      fundedSection(telling),
      {
        heading: words.basis,
        paragraphs: [
          words.provenance(asOf, view.dataVersion, view.engineVersion, view.seed, numbers.villages(view.trials, 0)),
          words.villageTrials(numbers.villages(projection.scenario.trials, 0)),
        ],
        notes: [words.replay(writeReplayToken({ ...written, dataVersion, engineVersion }))],
      },
    ],
    signatures: words.signatures,
  };
}

function comparedTable({ view, baseline, outcomes, names, words, numbers }: Telling): BriefTable {
  return {
    columns: [
      { title: words.plan, isNumber: false },
      { title: words.cost(numbers.moneyUnit), isNumber: true },
      { title: words.expected, isNumber: true },
      { title: words.error, isNumber: true },
      { title: words.interval, isNumber: true },
      { title: words.difference, isNumber: true },
      { title: words.error, isNumber: true },
      { title: words.better, isNumber: true },
      { title: words.perVillage(numbers.moneyUnit), isNumber: true },
    ],
    rows: view.scenarios.map(({ cost, expectedReaching }, s) => {
      const difference = view.differences.find(({ scenario }) => scenario === s);
      const perVillage = difference?.costPerExtraVillage.value ?? null;
      return [
        s === baseline ? words.isBaseline(names[s]!) : names[s]!,
        numbers.money(cost),
        numbers.villages(expectedReaching.mean),
        numbers.error(expectedReaching),
        rangeOf(outcomes[s]!, { words, numbers }),
        difference ? numbers.change(difference.expectedReaching.mean) : '—',
        difference ? numbers.error(difference.expectedReaching) : '—',
        difference ? numbers.chance(difference.chanceBetter) : '—',
        perVillage === null ? '—' : numbers.money(perVillage),
      ];
    }),
  };
}

const rangeOf = ({ reaching }: ScopeOutcome, { words, numbers }: Pick<Telling, 'words' | 'numbers'>): string =>
  words.range(...(ends(reaching).map((end) => numbers.villages(end, 0)) as [string, string]));

const ends = (bands: ScopeOutcome['reaching']): readonly [number, number] => [bandAt(bands, 5), bandAt(bands, 95)];

/** The uncertainty in words: of the leading plan, of every difference, and what the two kinds of it are. */
function readingOf({ view, baseline, leading, outcomes, names, words, numbers }: Telling): string[] {
  const { expectedReaching } = view.scenarios[leading]!;
  const [low, high] = ends(outcomes[leading]!.reaching).map((end) => numbers.villages(end, 0)) as [string, string];
  return [
    words.expectedOf(names[leading]!, view.year, numbers.villages(expectedReaching.mean), numbers.error(expectedReaching)),
    words.future(low, high),
    ...view.differences.map(({ scenario, expectedReaching: own, chanceBetter, chanceWorse }) => {
      const villages = numbers.villages(Math.abs(own.mean));
      const error = numbers.error(own);
      if (own.low <= 0 && own.high >= 0) return words.alike(names[scenario]!, names[baseline]!, error);
      return own.mean > 0
        ? words.more(names[scenario]!, names[baseline]!, villages, error, numbers.chance(chanceBetter))
        : words.fewer(names[scenario]!, names[baseline]!, villages, error, numbers.chance(chanceWorse));
    }),
    view.settled ? words.settled : words.unsettled,
    words.twoKinds,
  ];
}

function fundedSection({ view, leading, villages, before, townships, names, words, numbers }: Telling): BriefSection {
  const { grants, cost } = view.scenarios[leading]!;
  const heading = words.villagesOf(names[leading]!);
  const outcomeOf = new Map(villages.map((outcome) => [outcome.village, outcome]));
  const given = grants.filter(({ amount }) => amount > 0).toSorted((left, right) => (left.village < right.village ? -1 : 1));
  if (given.length === 0) return { heading, paragraphs: [words.nobody] };
  return {
    heading,
    paragraphs: [],
    table: {
      columns: [
        { title: words.village, isNumber: false },
        { title: words.township, isNumber: false },
        { title: words.option, isNumber: false },
        { title: words.grant(numbers.moneyUnit), isNumber: true },
        { title: words.chanceBefore, isNumber: true },
        { title: words.chance, isNumber: true },
        { title: words.pointsError, isNumber: true },
      ],
      rows: [
        ...given.map(({ village, option, amount }) => {
          const { chance, standardError } = outcomeOf.get(village)!;
          const { name, township } = view.villageOf(village);
          return [
            name,
            townships.get(township) ?? '',
            option,
            numbers.money(amount),
            numbers.chance(before.get(village)!),
            numbers.chance(chance),
            numbers.points(standardError),
          ];
        }),
        [words.total, '', '', numbers.money(cost), '', '', ''],
      ],
    },
  };
}
