import fc from 'fast-check';
import { isAllowed, worthOf, type LumpGroup, type LumpPlan, type LumpProblem } from '../../../server/allocation/lumps/lump-problem.js';

/** What the plans of a small problem may look like. */
interface SmallProblems {
  /** Bounds on the money of options, too. */
  readonly optionGroups?: boolean;
  readonly groups?: boolean;
  /** Worth in whole numbers, so that sums are exact and ties are real. */
  readonly whole?: boolean;
}

/** Small problems whose plans can all be tried: up to five villages in up to three townships, two options, four lumps each. */
export function smallProblems({ optionGroups = false, groups = true, whole = true }: SmallProblems = {}): fc.Arbitrary<LumpProblem> {
  return fc
    .record({
      villages: fc.integer({ min: 1, max: 5 }),
      options: fc.integer({ min: 1, max: 2 }),
      levels: fc.integer({ min: 1, max: 4 }),
      least: fc.integer({ min: 1, max: 2 }),
      budget: fc.integer({ min: 0, max: 14 }),
      rises: fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 60, maxLength: 60 }),
      fractions: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
      rules: fc.array(fc.constantFrom('may', 'may', 'may', 'must', 'mayNot'), { minLength: 5, maxLength: 5 }),
      townships: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 5 }),
      groups: fc.array(
        fc.record({
          township: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
          option: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
          floor: fc.integer({ min: 0, max: 4 }),
          cap: fc.integer({ min: 1, max: 10 }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ villages, options, levels, least, budget, rises, fractions, rules, townships, groups: drawn }) => {
      const width = levels + 1;
      const worth = new Float64Array(villages * options * width).fill(Number.NEGATIVE_INFINITY);
      for (let village = 0; village < villages; village++) {
        const without = rises[village]!;
        for (let option = 0; option < options; option++) {
          let reached = without;
          for (let lumps = 0; lumps < width; lumps++) {
            const at = (village * options + option) * width + lumps;
            if (lumps > 0) reached += rises[at % 60]! + (whole ? 0 : fractions[at % 60]!);
            const allowed = lumps === 0 ? rules[village] !== 'must' : rules[village] !== 'mayNot' && lumps >= Math.min(least, levels);
            if (allowed) worth[at] = lumps === 0 ? without : reached;
          }
        }
      }
      let township = 0;
      const of = Int32Array.from({ length: villages }, (_, village) => (township += village === 0 ? 0 : townships[village]!));
      const kept = drawn.filter(
        ({ township, option }) => groups && (option === undefined ? township !== undefined : optionGroups && option < options),
      );
      return { villages, options, levels, budget, worth, townships: of, groups: kept as LumpGroup[] };
    });
}

/** Every plan that keeps to the rules, whatever it spends below the budget. */
export function* allowedPlans(problem: LumpProblem): Generator<LumpPlan> {
  const { villages, options, levels } = problem;
  const each = 1 + levels * options;
  const count = each ** villages;
  for (let number = 0; number < count; number++) {
    const plan = { lumps: new Uint16Array(villages), options: new Uint16Array(villages) };
    let rest = number;
    for (let village = 0; village < villages; village++) {
      const own = rest % each;
      rest = Math.floor(rest / each);
      if (own === 0) continue;
      plan.lumps[village] = 1 + ((own - 1) % levels);
      plan.options[village] = Math.floor((own - 1) / levels);
    }
    if (isAllowed(problem, plan)) yield plan;
  }
}

/** The most that any plan is worth; −∞ where none keeps to the rules. */
export function mostByTrying(problem: LumpProblem): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const plan of allowedPlans(problem)) most = Math.max(most, worthOf(problem, plan));
  return most;
}
