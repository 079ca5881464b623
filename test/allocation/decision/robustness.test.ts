import { describe, expect, test } from 'vitest';
import { RIVAL_VIEW_KINDS, rivalView } from '../../../server/allocation/decision/rival-view.js';
import { testingRobustness, type RobustnessRequest } from '../../../server/allocation/decision/robustness.js';
import { freshSeed } from '../../../server/allocation/optimal/fresh-value.js';
import { countingReaching, expectedReaching } from '../../../server/allocation/reaching.js';

import type { ListedGrant } from '../../../server/scenario/scenario.js';
import { Draws } from '../../../server/projection/draws.js';
import { base, drawsFor, finished, WRITTEN } from '../sensitivity/measure.js';

const TERMS = { budget: 1_000_000, amount: 300_000, lump: 50_000, max: 500_000, option: 'SHED', eligibleOnly: false };
const assumed = base();
const fresh = () => new Draws(freshSeed(assumed.scenario.seed), assumed.scenario.trials);
const robustness = (more: Partial<RobustnessRequest> = {}) =>
  finished(testingRobustness({ base: assumed, asked: TERMS, ...more }, { draws: drawsFor(assumed), freshDraws: fresh }));

const robust = robustness();
const regrets = (p: number) => robust.views.map(({ outcomes }) => outcomes[p]!.regret.mean);

describe('plans under rival views', () => {
  test('those that keep to the budget, under the own view first', () => {
    expect(robust.plans.map(({ kind }) => kind)).toEqual(['EQUAL', 'NEEDIEST', 'PROPORTIONAL', 'OPTIMAL', 'OWN']);
    expect(robust.views.map(({ view }) => view.kind)).toEqual(RIVAL_VIEW_KINDS);
    expect(robustness({ views: ['TREND'] }).views.map(({ view }) => view.kind)).toEqual(['AS_ASSUMED', 'TREND']);
  });

  test('each outcome is a count of the same grants with the assumptions moved', () => {
    for (const { view, outcomes } of robust.views) {
      outcomes.forEach((outcome, p) => {
        const moved = rivalView(view.kind).at(1, assumed);
        const reaching = finished(countingReaching(moved, { grants: robust.plans[p]!.grants, year: 1 }, fresh()));
        expect(outcome.expectedReaching).toEqual(expectedReaching(reaching));
      });
    }
  });

  test('regret is the lead of the best plan of the view: none for that one, never less than none', () => {
    for (const { outcomes, best } of robust.views) {
      const means = outcomes.map(({ expectedReaching: { mean } }) => mean);
      outcomes.forEach(({ regret, expectedReaching: { mean } }) => expect(regret.mean).toBeCloseTo(Math.max(...means) - mean, 9));
      const own = outcomes[robust.plans.findIndex(({ kind }) => kind === best)]!;
      expect([own.regret.mean, own.regret.standardError]).toEqual([0, 0]);
    }
  });

  test('worst view, greatest regret, and the plan whose greatest regret is least', () => {
    robust.plans.forEach(({ worst, greatestRegret }, p) => {
      const means = robust.views.map(({ outcomes }) => outcomes[p]!.expectedReaching.mean);
      expect(worst.expectedReaching.mean).toBe(Math.min(...means));
      expect(greatestRegret.regret.mean).toBe(Math.max(...regrets(p)));
    });
    const greatest = robust.plans.map((_, p) => Math.max(...regrets(p)));
    expect(robust.steadiest).toBe(robust.plans[greatest.indexOf(Math.min(...greatest))]!.kind);
  });

  test('the balanced plan keeps to the budget, is counted like the others, and no plan does better on average on the draws it is chosen on', () => {
    const { balanced, plans, views } = robust;
    expect(balanced!.cost).toBeLessThanOrEqual(TERMS.budget);
    const average = (grants: readonly ListedGrant[], draws: () => Draws) => {
      const means = views.map(({ view }) => {
        const reaching = finished(countingReaching(rivalView(view.kind).at(1, assumed), { grants, year: 1 }, draws()));
        return expectedReaching(reaching).mean;
      });
      return { means, mean: means.reduce((sum, mean) => sum + mean, 0) / means.length };
    };
    expect(balanced!.outcomes.map(({ expectedReaching: { mean } }) => mean)).toEqual(average(balanced!.grants, fresh).means);
    const chosen = average(balanced!.grants, () => drawsFor(assumed)).mean;
    // The others give another option, or sums that are no multiple of the lump.
    for (const { grants } of plans.filter(({ kind }) => kind === 'OPTIMAL' || kind === 'NEEDIEST')) {
      expect(average(grants, () => drawsFor(assumed)).mean).toBeLessThanOrEqual(chosen + 1e-9);
    }
    balanced!.outcomes.forEach(({ regret, expectedReaching: { mean } }, v) => {
      const best = Math.max(...views[v]!.outcomes.map((outcome) => outcome.expectedReaching.mean));
      expect(regret.mean).toBeCloseTo(best - mean, 9);
    });
    expect(balanced!.greatestRegret.regret.mean).toBe(Math.max(...balanced!.outcomes.map(({ regret }) => regret.mean)));
  });

  test('a lead is told as sure only beyond its error', () => {
    const told = robust.views.map(({ order }) => order);
    expect(told).toEqual(robust.views.map(({ lead, best }) => (best === robust.best ? 'HOLDS' : lead.low > 0 ? 'TURNS' : 'UNSURE')));
  });

  test('whom the best policy would fund under which view; under the own one whom it does', () => {
    const { byView, plans, best } = robust;
    const own = plans.find(({ kind }) => kind === best)!.grants;
    expect(byView.policy).toBe(best);
    const asAssumed = byView.villages.filter(({ amounts }) => amounts[0]! > 0);
    expect(new Map(asAssumed.map(({ village, amounts }) => [village, amounts[0]]))).toEqual(
      new Map(own.map(({ village, amount }) => [village, amount])),
    );
    for (const { amounts, funded } of byView.villages) expect(amounts.filter((amount) => amount > 0)).toHaveLength(funded);
  });
});

test('a plan beyond the budget is shown but sets no standard', () => {
  const { plans, views, best } = robustness({ asked: { ...TERMS, policies: ['EQUAL', 'FLAT'] }, views: ['TREND'] });
  expect(plans.map(({ kind, withinBudget }) => [kind, withinBudget])).toEqual([
    ['EQUAL', true],
    ['FLAT', false],
  ]);
  expect(best).toBe('EQUAL');
  for (const { outcomes } of views) expect(outcomes[1]!.regret.mean).toBeLessThan(0);
});

test('a park view changes nothing where nothing is placed in a park', () => {
  const alone = base({ ...WRITTEN, options: [WRITTEN.options![0]!], policy: null });
  const bare = {
    ...alone,
    counties: alone.counties.map(({ record, fit }) => ({ record, fit: { ...fit, panel: { ...fit.panel, youngProjects: [] } } })),
  };
  const { views } = robustness({ base: bare, asked: { ...TERMS, policies: ['EQUAL'] }, views: ['LATE_PARKS', 'TREND'] });
  expect(views.map(({ matters }) => matters)).toEqual([false, false, true]);
});
