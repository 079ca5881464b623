import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../model/fit.js';
import type { CommonMeans, CommonShocks } from './common-shocks.js';
import { driftOf, type ModePlan } from './drift.js';
import type { StreamYear } from './kernel/arithmetic.js';
import type { Observation } from './posterior.js';

/**
 * A stream's projected income (model, section 3): alive · exp(ℓ + Σ (drift + (1−ω)Z + C + M + P + L) + T). Everything that
 * is expected stands in a mean, everything that is drawn in a factor about it; so a scenario that changes growth rates
 * alone finds the factors already there.
 */
export interface StreamCourse {
  readonly fit: CountyFit;
  readonly streamFit: StreamFit;
  /** Plan of its mode by projected year. */
  readonly plans: readonly ModePlan[];
  /** Position of its mode in MODES. */
  readonly mode: number;
  /** Position of its park among the county's, −1 without a park. */
  readonly park: number;
  readonly observation: Observation | undefined;
}

/** Logarithm of a stream's income, all draws at zero, by projected year. */
export function streamMeans({ fit, streamFit, plans, mode, park, observation }: StreamCourse, means: CommonMeans): number[] {
  let path = streamFit.level!;
  return plans.map((plan, year) => {
    const common =
      (1 - plan.weight) * means.driftError[mode]! + (year > 0 ? 0 : means.county + means.mode[mode]! + (park < 0 ? 0 : means.park[park]!));
    const before = path + driftOf(fit, streamFit, plan) + common;
    const own = year === 0 && observation ? observation.weight * (observation.surprise - common - means.share[mode]!) : 0;
    path = before + (year === 0 && observation ? observation.permanentShare * own : 0);
    return before + own;
  });
}

/**
 * What a stream's income is multiplied by about its mean, an array of `trials` for each projected year in turn; 0 where it
 * has ended.
 * @param visit gets arrays that are good until the draws take back what they lent
 */
export function eachFactor(course: StreamCourse, shocks: CommonShocks, visit: (year: number, factor: Float32Array) => void): void {
  const { draws, derived } = shocks;
  const names = factorNames(course);
  const path = draws.floats();
  let pathYears = 0;
  let endedBy = 0;
  for (let year = 0; year < course.plans.length; year++) {
    endedBy = 1 - (1 - endedBy) * (1 - cessationIn(year, course));
    const factor = draws.deriveFor(derived, names[year]!, (out) => {
      // Years before this one may have been found kept: the path has to be walked up to here all the same.
      for (let before = pathYears; before < year; before++) walkYear(course, shocks, { path, factor: out }, before, 0);
      walkYear(course, shocks, { path, factor: out }, year, endedBy);
      pathYears = year + 1;
    });
    visit(year, factor);
  }
  draws.giveBack(path);
}

/** Walks the path of a stream from the year before through one year, and tells the factor there. */
function walkYear(course: StreamCourse, shocks: CommonShocks, to: StreamYear, year: number, endedBy: number): void {
  const { fit, streamFit, mode, park, observation } = course;
  const { draws } = shocks;
  const { key } = streamFit.stream;
  const permanentSd = Math.sqrt(streamFit.scale * fit.permanentVariance);
  const transitorySd = Math.sqrt(streamFit.scale * fit.transitoryVariance);
  // Common shocks first: making them draws, and a draw that cannot be kept is soon overwritten.
  const common = shocks.forStream(year, mode, park);
  const share = year === 0 && observation ? shocks.share(mode) : common;
  const from = {
    common,
    permanent: draws.normal({ kind: DRAW.permanent, entity: key, year: year + 1 }),
    transitory: draws.normal({ kind: DRAW.transitory, entity: key, year: year + 1 }),
    fate: draws.uniform({ kind: DRAW.cessation, entity: key, year: 0 }),
  };
  if (year === 0 && observation) {
    draws.arithmetic.observedYear(to, { ...from, share }, { ...observation, endedBy });
  } else {
    const sd = year === 0 ? Math.sqrt(streamFit.levelVariance + permanentSd ** 2) : permanentSd;
    draws.arithmetic.projectedYear(to, from, { continues: year > 0, permanentSd: sd, transitorySd, endedBy });
  }
}

/** Names of streams' factors by year. They are asked for with every move of a slider, and joining strings takes time. */
const factorNamesOf = new WeakMap<StreamFit, string[]>();

function factorNames({ streamFit, plans }: StreamCourse): readonly string[] {
  const names = factorNamesOf.get(streamFit) ?? [];
  for (let year = names.length; year < plans.length; year++) names.push(`factor|${streamFit.stream.key}|${year}`);
  factorNamesOf.set(streamFit, names);
  return names;
}

/** Probability that a stream ends in a projected year, if it has not before: in the running year what its silence so far tells. */
function cessationIn(year: number, { fit, streamFit, mode }: StreamCourse): number {
  const { cessation, silent } = fit.modes[mode]!;
  if (year > 0 || fit.panel.closedMonths === 0) return cessation;
  return streamFit.stream.received > 0 ? 0 : cessation / (cessation + (1 - cessation) * silent);
}

/** The course of a stream under the plans of a scenario. */
export function courseOf(
  fit: CountyFit,
  position: number,
  {
    parks,
    plans,
    observations,
  }: { parks: readonly string[]; plans: readonly (readonly ModePlan[])[]; observations: readonly (Observation | undefined)[] | undefined },
): StreamCourse {
  const streamFit = fit.streams[position]!;
  const mode = MODES.indexOf(streamFit.stream.mode);
  const { park } = streamFit.stream;
  return {
    fit,
    streamFit,
    plans: plans.map((ofYear) => ofYear[mode]!),
    mode,
    park: park === null ? -1 : parks.indexOf(park),
    observation: observations?.[position],
  };
}
