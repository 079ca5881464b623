import { run } from '@quri/squiggle-lang';
import { parseMonth } from '../../server/base/month.js';
import { MODES } from '../../server/base/vocabulary.js';
import type { CountyFit } from '../../server/model/fit.js';
import type { FittedCounty } from '../../server/projection/project-county.js';
import { compiled, demonstration, fitted, project, TRIALS } from './demonstration.js';
import { at, repeated } from './measure.js';
import { atLeast, ms, times, type Row, type Section } from './table.js';

/** With a year just over there is no posterior: everything is drawn from its prior, which is short to write in any language. */
const AS_OF = parseMonth('2019-12')!;
const HORIZON = 3;
const STREAMS = 3;

/** A village as most are: so many streams that are alive, and no project. */
function usualVillage({ record, fit }: FittedCounty): string {
  const withProjects = new Set(record.projects.map(({ village }) => village));
  const found = record.villages.find(({ code }) => {
    const own = fit.streams.filter(({ stream }) => stream.village === code);
    return !withProjects.has(code) && own.length === STREAMS && own.every(({ alive }) => alive);
  });
  if (!found) throw new Error(`no village has ${STREAMS} streams and no project`);
  return found.code;
}

/** The model of a village in Squiggle: section 3 of server/model/README.md under the trend. */
function squiggleModel(fit: CountyFit, village: string, target: number): string {
  const own = fit.streams.filter(({ stream }) => stream.village === village);
  const modes = [...new Set(own.map(({ stream }) => stream.mode))];
  const parks = [...new Set(own.flatMap(({ stream }) => stream.park ?? []))];
  const name = (text: string) => text.toLowerCase().replaceAll('-', '_');
  const years = Array.from({ length: HORIZON }, (_, h) => h);
  const lines = [
    'draw(sd) = SampleSet.fromDist(normal(0, sd))',
    ...modes.map((mode) => `error_${name(mode)} = draw(${Math.sqrt(fit.modes[MODES.indexOf(mode)]!.driftVariance)})`),
    ...own.map((_, s) => `fate_${s} = SampleSet.fromDist(uniform(0, 1))`),
  ];
  for (const h of years) {
    lines.push(
      `county_${h} = draw(${Math.sqrt(fit.countyVariance)})`,
      ...modes.map((mode) => `${name(mode)}_${h} = draw(${Math.sqrt(fit.modeVariance)})`),
      ...parks.map((park) => `park_${name(park)}_${h} = draw(${Math.sqrt(fit.parkVariance)})`),
    );
    own.forEach(({ stream, level, levelVariance, scale }, s) => {
      const { drift, cessation } = fit.modes[MODES.indexOf(stream.mode)]!;
      const permanent = Math.sqrt(scale * fit.permanentVariance + (h === 0 ? levelVariance : 0));
      const shocks = [
        `county_${h}`,
        `${name(stream.mode)}_${h}`,
        ...(stream.park === null ? [] : [`park_${name(stream.park)}_${h}`]),
        `draw(${permanent})`,
      ];
      const endedBy = 1 - (1 - cessation) ** (h + 1);
      lines.push(
        `path_${s}_${h} = ${h === 0 ? level : `path_${s}_${h - 1}`} + ${drift} + error_${name(stream.mode)} + ${shocks.join(' + ')}`,
        `alive_${s}_${h} = SampleSet.map(fate_${s}, {|u| u < ${endedBy} ? 0 : 1})`,
        `income_${s}_${h} = alive_${s}_${h} * exp(path_${s}_${h} + draw(${Math.sqrt(scale * fit.transitoryVariance)}))`,
      );
    });
    lines.push(
      `income_${h} = ${own.map((_, s) => `income_${s}_${h}`).join(' + ')}`,
      `reaches_${h} = SampleSet.map(income_${h}, {|y| y >= ${target} ? 1 : 0})`,
    );
  }
  const last = HORIZON - 1;
  lines.push(
    `every_year = mean(${years.map((h) => `reaches_${h}`).join(' * ')})`,
    `bands = [0.05, 0.25, 0.5, 0.75, 0.95] -> List.map({|p| quantile(income_${last}, p)})`,
    `by_stream = [${own.map((_, s) => `mean(income_${s}_${last})`).join(', ')}]`,
    `shortfall = mean(SampleSet.map(income_${last}, {|y| max([${target} - y, 0])}))`,
    `chance = mean(reaches_${last})`,
  );
  return lines.join('\n');
}

/** The chance that a Squiggle program ends in. */
async function chanceIn(model: string, seed: number): Promise<number> {
  const { result } = await run(model, { environment: { sampleCount: TRIALS, xyPointLength: 1_000, seed: String(seed), profile: false } });
  if (!result.ok) throw new Error(`Squiggle: ${result.value.toString()}`);
  return result.value.bindings.get('chance')!.asJS() as number;
}

/** One village in Squiggle against a village's part of a first projection here, with the chances that both find. */
export const squiggle: Section = {
  name: 'squiggle',
  title: `Squiggle: one village of ${STREAMS} streams × ${HORIZON} years × ${TRIALS.toLocaleString('en')} samples`,
  async measure(): Promise<Row[]> {
    const county = fitted(demonstration(), AS_OF);
    const village = usualVillage(county);
    const first = at(await repeated(5, (index) => project(county, compiled(100 + index), { asOf: '2019-12' })), 0);
    const here = first / county.record.villages.length;
    const outcome = project(county, compiled(1357), { asOf: '2019-12' })
      .villages()
      .find((one) => one.village === village)!;

    const model = squiggleModel(county.fit, village, outcome.target);
    const chances: number[] = [];
    const there = at(await repeated(3, async (index) => chances.push(await chanceIn(model, index))), 0);
    const chance = chances.reduce((sum, own) => sum + own, 0) / chances.length;
    const error = Math.sqrt(outcome.standardError ** 2 * (1 + 1 / chances.length));
    return [
      {
        what: 'a village here: its part of a first projection of the county',
        measured: `${here.toFixed(2)} ms`,
        beside: `chance ${(100 * outcome.chance).toFixed(1)}%`,
      },
      {
        what: 'the same village in Squiggle',
        measured: ms(there),
        beside: `chance ${(100 * chance).toFixed(1)}%, ${(Math.abs(chance - outcome.chance) / error).toFixed(1)} standard errors away; ${times(there / here)} as long`,
        wanted: atLeast(50, there / here, times),
      },
    ];
  },
};
