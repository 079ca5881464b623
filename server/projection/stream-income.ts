import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../model/fit.js';
import type { CommonShocks } from './common-shocks.js';
import type { Draws } from './draws.js';
import type { Observation } from './posterior.js';

/** A stream to project, with what a scenario says of it. */
export interface StreamCourse {
  readonly fit: CountyFit;
  readonly streamFit: StreamFit;
  /** drift[s,h] by projected year. */
  readonly drift: readonly number[];
  /** 1 − ω of its mode by projected year: how far the drift error enters. */
  readonly trendWeight: readonly number[];
  /** Position of its park among the county's, −1 without a park. */
  readonly park: number;
  readonly observation: Observation | undefined;
}

/**
 * Income of a stream, one array of `trials` yuan for each projected year (model, section 3):
 * alive · exp(ℓ + Σ (drift + (1−ω)Z + C + M + P + L) + T), in year 1 at least what was received.
 * @param visit is given each year's array in turn; the array is used again for the next year
 */
export function projectStream(course: StreamCourse, shocks: CommonShocks, draws: Draws, visit: (year: number, income: Float64Array) => void): void {
  const { fit, streamFit, observation } = course;
  const { stream, level } = streamFit;
  const income = new Float64Array(draws.trials);
  if (!streamFit.alive || level === undefined) {
    for (let year = 0; year < course.drift.length; year++) visit(year, income.fill(year === 0 ? Math.max(0, stream.received) : 0));
    return;
  }

  const mode = MODES.indexOf(stream.mode);
  const permanentSd = Math.sqrt(streamFit.scale * fit.permanentVariance);
  const transitorySd = Math.sqrt(streamFit.scale * fit.transitoryVariance);
  const normal = (kind: typeof DRAW.permanent | typeof DRAW.transitory, year: number) => draws.normal({ kind, entity: stream.key, year: year + 1 });
  const fate = draws.uniform({ kind: DRAW.cessation, entity: stream.key, year: 0 });
  const driftError = shocks.driftError[mode]!;
  const path = new Float64Array(draws.trials).fill(level);
  let endedBy = 0;

  for (let year = 0; year < course.drift.length; year++) {
    const county = shocks.county[year]!;
    const ofMode = shocks.mode[year]![mode]!;
    const ofPark = course.park < 0 ? undefined : shocks.park[year]![course.park]!;
    const permanent = normal(DRAW.permanent, year);
    const transitory = normal(DRAW.transitory, year);
    const drift = course.drift[year]!;
    const trendWeight = course.trendWeight[year]!;
    endedBy = 1 - (1 - endedBy) * (1 - cessationIn(year, course));

    if (year === 0 && observation) {
      const share = shocks.share[mode]!;
      const { surprise, weight, ownSd, permanentShare, splitSd } = observation;
      for (let trial = 0; trial < path.length; trial++) {
        const common = trendWeight * driftError[trial]! + county[trial]! + ofMode[trial]! + (ofPark ? ofPark[trial]! : 0);
        const own = weight * (surprise - common - share[trial]!) + ownSd * permanent[trial]!;
        const kept = permanentShare * own + splitSd * transitory[trial]!;
        const before = path[trial]! + drift + common;
        path[trial] = before + kept;
        income[trial] = fate[trial]! < endedBy ? 0 : Math.exp(before + own);
      }
    } else {
      const firstSd = year === 0 ? Math.sqrt(streamFit.levelVariance + permanentSd ** 2) : permanentSd;
      for (let trial = 0; trial < path.length; trial++) {
        const common = trendWeight * driftError[trial]! + county[trial]! + ofMode[trial]! + (ofPark ? ofPark[trial]! : 0);
        path[trial]! += drift + common + firstSd * permanent[trial]!;
        income[trial] = fate[trial]! < endedBy ? 0 : Math.exp(path[trial]! + transitorySd * transitory[trial]!);
      }
    }
    if (year === 0 && stream.received > 0) for (let trial = 0; trial < income.length; trial++) income[trial] = Math.max(income[trial]!, stream.received);
    visit(year, income);
  }
}

/** Probability that a stream ends in a projected year, if it has not before: in the running year what its silence so far tells. */
function cessationIn(year: number, { fit, streamFit }: StreamCourse): number {
  const { cessation, silent } = fit.modes[MODES.indexOf(streamFit.stream.mode)]!;
  if (year > 0 || fit.panel.closedMonths === 0) return cessation;
  return streamFit.stream.received > 0 ? 0 : cessation / (cessation + (1 - cessation) * silent);
}
