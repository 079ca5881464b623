import { probit } from 'simple-statistics';
import { parseArgs } from 'node:util';
import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import type { DrawName } from '../../server/base/random.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { scenarioOf } from '../reference/comparison.js';
import { demonstration, fitted } from './demonstration.js';
import { milliseconds } from './measure.js';

/**
 * What trials that are not drawn independently of each other would bring: the variance between many seeds of the chances and of
 * the number of villages that reach, beside that of independent trials. "Said" is the standard error that stands beside the
 * number, "true" the one found between the seeds.
 *
 * npx tsx test/bench/variance-reduction.ts --trials 1000 --seeds 400
 */
const { values } = parseArgs({ options: { trials: { type: 'string', default: '1000' }, seeds: { type: 'string', default: '400' } } });
const trials = Number(values.trials);
const seeds = Number(values.seeds);

/** Every other trial is the mirror image of the one before (Hammersley & Morton 1956). */
class Antithetic extends WasmArithmetic {
  override fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    super.fillNormal(seed, name, out, firstTrial);
    for (let trial = 1; trial < out.length; trial += 2) out[trial] = -out[trial - 1]!;
  }

  override fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    super.fillUniform(seed, name, out, firstTrial);
    for (let trial = 1; trial < out.length; trial += 2) out[trial] = 1 - out[trial - 1]!;
  }
}

/** Each draw has one trial in every one of as many equally likely strata as there are trials (McKay, Beckman & Conover 1979). */
class LatinHypercube extends WasmArithmetic {
  override fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    this.fillUniform(seed, name, out, firstTrial);
    for (let trial = 0; trial < out.length; trial++) out[trial] = probit(out[trial]!);
  }

  override fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    super.fillUniform(seed, name, out, firstTrial);
    const within = Float32Array.from(out, (_, trial) => (out[trial]! * 2 ** 12) % 1);
    const order = Uint32Array.from(out.keys()).sort((left, right) => out[left]! - out[right]!);
    order.forEach((trial, rank) => (out[trial] = (rank + within[trial]!) / out.length));
  }
}

const county = fitted(demonstration());
const kernel = loadKernelModule();

/** Mean and variance of numbers that come one after the other (Welford 1962). */
class Moments {
  count = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count += 1;
    const apart = value - this.mean;
    this.mean += apart / this.count;
    this.#squares += apart * (value - this.mean);
  }

  get variance(): number {
    return this.#squares / (this.count - 1);
  }
}

const points = (share: number): string => (100 * share).toFixed(2);
console.log(
  `${county.record.villages.length} villages, last of three years, ${trials} trials, ${seeds} seeds; errors in points and villages`,
);
console.log('| trials | variance of chances | largest error of a chance: said, true | villages that reach: said, true | time |');
console.log('| --- | --- | --- | --- | --- |');
for (const [name, Arithmetic] of [
  ['independent', WasmArithmetic],
  ['antithetic', Antithetic],
  ['Latin hypercube', LatinHypercube],
] as const) {
  const arithmetic = new Arithmetic(kernel, roomForDraws(trials));
  const chances = county.record.villages.map(() => new Moments());
  const reaching = new Moments();
  const said = { chance: new Moments(), reaching: new Moments() };
  const time = await milliseconds(() => {
    for (let seed = 0; seed < seeds; seed++) {
      arithmetic.reset();
      const scenario = scenarioOf({ county: county.record, scenarios: [] }, { trials, seed });
      const projection = new ScenarioProjection([county], scenario, new Draws(seed, trials, { arithmetic }));
      const villages = projection.villages();
      villages.forEach(({ chance }, index) => chances[index]!.add(chance));
      said.chance.add(Math.max(...villages.map(({ standardError }) => standardError)));
      const { expectedReaching } = projection.outcome();
      reaching.add(expectedReaching.mean);
      said.reaching.add(expectedReaching.standardError);
    }
  });
  const open = chances.filter(({ mean }) => mean > 0.02 && mean < 0.98);
  const independent = open.map(({ mean }) => (mean * (1 - mean)) / trials);
  const ratio = open.reduce((sum, { variance }, index) => sum + variance / independent[index]!, 0) / open.length;
  const largest = Math.sqrt(Math.max(...open.map(({ variance }) => variance)));
  const reached = [said.reaching.mean, Math.sqrt(reaching.variance)].map((error) => error.toFixed(3));
  console.log(
    `| ${name} | ${ratio.toFixed(2)} | ${points(said.chance.mean)}, ${points(largest)} | ${reached.join(', ')} | ${(time / seeds).toFixed(0)} ms |`,
  );
}
