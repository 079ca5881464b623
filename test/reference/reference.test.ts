import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fitCounty } from '../../server/model/fit.js';
import { MODEL_DEFAULTS } from '../../server/scenario/defaults.js';
import { readCase } from './case-folder.js';
import { holdAgainst, project, scenarioOf, type Held, type ReferenceProjection } from './comparison.js';

const CASES = 'test/fixtures/reference/cases';
const TRIALS = 100_000;
const SEED = 20200612;
/** Enough for needs to be ordered as in the reference, whose gaps between villages are wide. */
const POLICY_TRIALS = 20_000;

interface ReferenceStream {
  readonly village: string;
  readonly mode: string;
  readonly industry: string | null;
  readonly park: string | null;
  readonly project: string | null;
  readonly level: number | null;
  readonly levelSd: number | null;
  readonly scale: number;
  readonly base: number;
  readonly alive: boolean;
  readonly received: number;
  readonly lambda?: number;
  readonly tau2?: number;
}

interface ReferenceFit {
  readonly completeYears: number;
  readonly closedMonths: number;
  readonly modes: readonly { drift: number; driftError: number; cessation: number; pairs: number; lambda?: number; silent?: number }[];
  readonly streams: readonly ReferenceStream[];
  readonly [deviation: string]: unknown;
}

const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(CASES, ...path), 'utf8')) as T;
const root = (variance: number | undefined) => (variance === undefined ? null : Math.sqrt(variance));

describe.each(readdirSync(CASES))('the reference program and the product agree: %s', (name) => {
  const reference = readCase(join(CASES, name));

  test('every value of the fit, to 1e-9', () => {
    const { county } = reference;
    const theirs = read<ReferenceFit>(name, 'fit.json');
    const fit = fitCounty(county, { asOf: county.asOf!, defaults: MODEL_DEFAULTS });
    const differences: string[] = [];
    const same = (what: string, ours: number | null, other: unknown) => {
      const close =
        typeof other === 'number' && ours !== null ? Math.abs(ours - other) <= 1e-9 * Math.max(1, Math.abs(other)) : ours === other;
      if (!close) differences.push(`${what}: ${ours} against ${String(other)}`);
    };
    same('countySd', root(fit.countyVariance), theirs.countySd);
    same('modeSd', root(fit.modeVariance), theirs.modeSd);
    same('parkSd', root(fit.parkVariance), theirs.parkSd);
    same('permanentSd', root(fit.permanentVariance), theirs.permanentSd);
    same('transitorySd', root(fit.transitoryVariance), theirs.transitorySd);
    same('shareSd', root(fit.shareVariance), theirs.shareSd);
    same('sizeSlope', fit.sizeSlope, theirs.sizeSlope);
    same('completeYears', fit.panel.years, theirs.completeYears);
    same('closedMonths', fit.panel.closedMonths, theirs.closedMonths);
    fit.modes.forEach((mode, m) => {
      const other = theirs.modes[m]!;
      same(`${mode.mode} drift`, mode.drift, other.drift);
      same(`${mode.mode} drift error`, Math.sqrt(mode.driftVariance), other.driftError);
      same(`${mode.mode} cessation`, mode.cessation, other.cessation);
      same(`${mode.mode} pairs`, mode.pairs, other.pairs);
      if (theirs.closedMonths > 0) same(`${mode.mode} silent`, mode.silent, other.silent);
    });
    const keyOf = (stream: ReferenceStream) =>
      [stream.village, stream.mode, stream.industry, stream.park, stream.project].map((part) => part ?? '').join('|');
    const byKey = new Map(theirs.streams.map((stream) => [keyOf(stream), stream]));
    expect(fit.streams.map(({ stream }) => stream.key).sort()).toEqual([...byKey.keys()].sort());
    for (const ours of fit.streams) {
      const other = byKey.get(ours.stream.key)!;
      same(`${ours.stream.key} level`, ours.level ?? null, other.level);
      same(`${ours.stream.key} level sd`, ours.level === undefined ? null : Math.sqrt(ours.levelVariance), other.levelSd);
      same(`${ours.stream.key} scale`, ours.scale, other.scale);
      same(`${ours.stream.key} base`, ours.base, other.base);
      same(`${ours.stream.key} received`, ours.stream.received, other.received);
      if (ours.alive !== other.alive) differences.push(`${ours.stream.key} alive: ${ours.alive}`);
      if (theirs.closedMonths > 0) same(`${ours.stream.key} lambda`, ours.share, other.lambda);
      if (theirs.closedMonths > 0) same(`${ours.stream.key} tau2`, ours.shareNoise, other.tau2);
    }
    expect(differences).toEqual([]);
  });

  test(`every projected number at ${TRIALS} trials: at most 0.1% beyond 4 combined standard errors`, () => {
    const theirs = read<ReferenceProjection>(name, 'projection.json');
    expect(theirs.scenarios.map((scenario) => scenario.name)).toEqual(reference.scenarios.map((scenario) => scenario.name));
    const held = theirs.scenarios.flatMap((scenario, s): Held[] => {
      const spec = reference.scenarios[s]!;
      // Policies that look at needs see simulated needs: their grants are held below, the projection at the very same grants.
      const looksAtNeeds = spec.policy?.neediest ?? spec.policy?.proportional;
      const changes = { trials: TRIALS, seed: SEED, ...(looksAtNeeds ? { policy: { list: scenario.grants } } : {}) };
      return holdAgainst(project(reference, scenarioOf(reference, spec, changes)), scenario, theirs.trials);
    });
    const beyond = held.filter(({ deviation }) => deviation > 4);
    const worst = held.reduce((most, one) => (one.deviation > most.deviation ? one : most));
    console.log(
      `${name}: ${held.length} numbers, ${beyond.length} beyond 4 standard errors, worst ${worst.deviation.toFixed(2)} (${worst.what})`,
    );
    expect(held.length).toBeGreaterThan(100);
    expect(beyond.length / held.length, JSON.stringify(beyond.slice(0, 20), null, 1)).toBeLessThanOrEqual(0.001);
  });

  test('policies give the same grants', () => {
    const theirs = read<ReferenceProjection>(name, 'projection.json');
    theirs.scenarios.forEach((scenario, s) => {
      const spec = reference.scenarios[s]!;
      const ours = project(
        reference,
        scenarioOf(reference, spec, { trials: spec.policy ? POLICY_TRIALS : 100, seed: SEED, horizon: scenario.years.length }),
      ).grants();
      const total = (grants: readonly { village: string; amount: number }[]): Record<string, number> => {
        const sums = [...Map.groupBy(grants, ({ village }) => village)].map(
          ([village, own]) => [village, own.reduce((sum, { amount }) => sum + amount, 0)] as const,
        );
        return Object.fromEntries(sums.sort());
      };
      const expected = total(scenario.grants);
      const given = total(ours);
      expect(Object.keys(given), scenario.name).toEqual(Object.keys(expected));
      const tolerance = spec.policy?.proportional ? 0.01 * spec.policy.proportional.budget : 0;
      for (const [village, amount] of Object.entries(expected))
        expect(Math.abs(given[village]! - amount), `${spec.name} ${village}`).toBeLessThanOrEqual(tolerance);
    });
  });
});
