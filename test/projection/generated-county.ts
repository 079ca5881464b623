import type { CountyRecord, ReceiptRecord, VillageRecord } from '../../server/base/county.js';
import { monthOf } from '../../server/base/month.js';
import { DRAW, normalAt, uniformAt } from '../../server/base/random.js';
import { CRITERIA, type Industry, type Mode } from '../../server/base/vocabulary.js';

/** How a county's incomes come about. Standard deviations in log points a year. */
export interface CountyLaw {
  readonly villages: number;
  readonly townships: number;
  readonly firstYear: number;
  readonly years: number;
  /** Closed months of a year after the complete ones; only whole quarters are paid. */
  readonly closedMonths: 0 | 3 | 6 | 9;
  readonly countySd: number;
  readonly modeSd: number;
  readonly parkSd: number;
  readonly permanentSd: number;
  readonly transitorySd: number;
  /** b: a stream e times as large has exp(b) times the own variance. */
  readonly sizeSlope: number;
  /** Log dispersion of streams' own variances beyond what size explains. */
  readonly scaleSd: number;
  /** Mean and spread of the modes' log drift. */
  readonly drift: number;
  readonly driftSd: number;
  readonly cessation: number;
  /** Of the log share that is in, added each quarter: common to a mode, and a stream's own. */
  readonly shareSd: number;
  readonly shareNoise: number;
  /** Law of the shocks to growth, each with the standard deviation above. */
  readonly tails: 'normal' | 'student4';
  /** Share of a permanent step that is still there a year later: 1 is the model. */
  readonly persistence: number;
  /** Yearly shock common to a township: 0 is the model. */
  readonly townshipSd: number;
  /** Added to every stream's growth in the last complete year: 0 is the model. */
  readonly jump: number;
}

/** The model's own law, with the defaults of its priors as the truth. */
export const MODEL_LAW: CountyLaw = {
  villages: 20,
  townships: 4,
  firstYear: 2010,
  years: 10,
  closedMonths: 0,
  countySd: 0.05,
  modeSd: 0.08,
  parkSd: 0.1,
  permanentSd: 0.15,
  transitorySd: 0.15,
  sizeSlope: -0.3,
  scaleSd: 0.3,
  drift: 0.04,
  driftSd: 0.03,
  cessation: 0.02,
  shareSd: 0.02,
  shareNoise: 0.1,
  tails: 'normal',
  persistence: 1,
  townshipSd: 0,
  jump: 0,
};

/** Laws that break one assumption of the model each. */
export const BROKEN_LAWS = {
  'heavier tails (Student t, 4 degrees)': { ...MODEL_LAW, tails: 'student4' },
  'mean reversion (60% of a step stays)': { ...MODEL_LAW, persistence: 0.6, permanentSd: 0.3 },
  'villages correlated (township shock 0.2)': { ...MODEL_LAW, townshipSd: 0.2 },
} as const satisfies Record<string, CountyLaw>;

/** Whether a village has a stream of a kind, as a probability. */
const KINDS: readonly { readonly mode: Mode; readonly industry: Industry | null; readonly probability: number }[] = [
  { mode: 'INDUSTRY', industry: 'SERICULTURE', probability: 1 },
  { mode: 'INDUSTRY', industry: 'HERBS', probability: 0.4 },
  { mode: 'PROPERTY', industry: null, probability: 0.7 },
  { mode: 'SERVICE', industry: null, probability: 0.5 },
  { mode: 'RESOURCE', industry: 'FORESTRY', probability: 0.5 },
  { mode: 'TOURISM', industry: null, probability: 0.3 },
];

const PARKS = ['G1', 'G2'];
const IN_A_PARK = 0.3;

/** Log shares of a year that are in by the end of September, of that by June, of that by March; each varies between streams. */
const QUARTER_STEPS = [
  { mean: Math.log(3 / 4), sd: 0.05 },
  { mean: Math.log(2 / 3), sd: 0.1 },
  { mean: Math.log(1 / 2), sd: 0.15 },
];

/** A county drawn from a law with counted random numbers: seed and number name it, whatever else is drawn. */
export function generateCounty(seed: number, number: number, law: CountyLaw = MODEL_LAW): CountyRecord {
  const code = `99${String(number).padStart(4, '0')}`;
  const draw = drawerOf(seed, code, law);
  const townships = Array.from({ length: law.townships }, (_, index) => ({
    code: `${code}1${String(index).padStart(2, '0')}`,
    name: `试验${index + 1}镇`,
  }));
  const villages = Array.from({ length: law.villages }, (_, index) => villageIn(townships[index % law.townships]!.code, index));
  const streams = villages.flatMap((village) => streamsOf(village, draw, law));
  const meanSize = streams.reduce((sum, { size }) => sum + size, 0) / streams.length;
  return {
    code,
    name: `试验县${number}`,
    demonstration: true,
    asOf: monthOf(law.firstYear + law.years, 1) + law.closedMonths - 1,
    townships,
    villages: villages.sort((left, right) => (left.code < right.code ? -1 : 1)),
    parks: PARKS.map((park) => ({ code: park, name: park, kind: null, payer: null })),
    projects: [],
    targets: [],
    receipts: streams.flatMap((stream) => receiptsOf(stream, meanSize, draw, law)),
  };
}

/** Draws one number by name: whose, and of which year (0: once). */
interface Drawer {
  readonly uniform: (name: string, year?: number) => number;
  readonly normal: (name: string, year?: number) => number;
  /** A shock to growth with variance 1, by the law's tails. */
  readonly shock: (name: string, year: number) => number;
}

function drawerOf(seed: number, county: string, { tails }: CountyLaw): Drawer {
  const named = (name: string, year: number) => ({ kind: DRAW.demonstration, entity: `${county}|${name}`, year });
  const uniform = (name: string, year = 0) => uniformAt(seed, named(name, year));
  const normal = (name: string, year = 0) => normalAt(seed, named(name, year));
  // χ² of 4 degrees is −2·ln(u·v); Student's t with 4 degrees has variance 2.
  const student = (name: string, year: number) => {
    const chiSquare = -2 * Math.log(uniform(`${name}|u`, year) * uniform(`${name}|v`, year));
    return normal(name, year) / Math.sqrt(chiSquare / 4) / Math.SQRT2;
  };
  return { uniform, normal, shock: tails === 'normal' ? normal : student };
}

function villageIn(township: string, index: number): VillageRecord {
  const criteria = Object.fromEntries(CRITERIA.map((key) => [key, true])) as VillageRecord['criteria'];
  return { code: `${township}${200 + index}`, name: `试验村${index + 1}`, township, criteria };
}

interface GeneratedStream {
  readonly name: string;
  readonly village: VillageRecord;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  /** Log yuan a year at the start. */
  readonly size: number;
}

const streamsOf = (village: VillageRecord, { uniform, normal }: Drawer, law: CountyLaw): GeneratedStream[] =>
  KINDS.flatMap(({ mode, industry, probability }) => {
    const name = `${village.code}|${mode}|${industry ?? ''}`;
    if (uniform(`${name}|present`) >= probability) return [];
    const inPark = mode === 'INDUSTRY' && law.parkSd > 0 && uniform(`${name}|park`) < IN_A_PARK;
    const park = inPark ? PARKS[Math.floor(uniform(`${name}|which park`) * PARKS.length)]! : null;
    return [{ name, village, mode, industry, park, size: Math.log(12_000) + 0.8 * normal(`${name}|size`) }];
  });

/** A stream's income by year as model section 3 draws it, paid at the start of each quarter. */
function receiptsOf(stream: GeneratedStream, meanSize: number, draw: Drawer, law: CountyLaw): ReceiptRecord[] {
  const { name, village, mode, industry, park } = stream;
  const { uniform, normal, shock } = draw;
  const scale = Math.exp(law.sizeSlope * (stream.size - meanSize) + law.scaleSd * normal(`${name}|scale`));
  const permanentSd = law.permanentSd * Math.sqrt(scale);
  const drift = law.drift + law.driftSd * normal(`drift|${mode}`);
  const years = law.years + (law.closedMonths > 0 ? 1 : 0);
  const receipts: ReceiptRecord[] = [];
  let shared = stream.size;
  let own = law.persistence < 1 ? (permanentSd * normal(`${name}|start`)) / Math.sqrt(1 - law.persistence ** 2) : 0;
  for (let year = 0; year < years; year++) {
    if (year > 0) {
      shared += drift + law.countySd * shock('county', year) + law.modeSd * shock(`mode|${mode}`, year);
      if (park !== null) shared += law.parkSd * shock(`park|${park}`, year);
      if (law.townshipSd > 0) shared += law.townshipSd * shock(`township|${village.township}`, year);
      if (year === law.years - 1) shared += law.jump;
      own = law.persistence * own + permanentSd * shock(`${name}|permanent`, year);
      if (uniform(`${name}|ends`, year) < law.cessation) break;
    }
    const income = Math.exp(shared + own + law.transitorySd * Math.sqrt(scale) * shock(`${name}|transitory`, year));
    const quarters = quartersOf(income, name, mode, scale, year, draw, law);
    quarters.slice(0, year < law.years ? 4 : law.closedMonths / 3).forEach((amount, quarter) => {
      receipts.push({
        village: village.code,
        mode,
        industry,
        park,
        project: null,
        month: monthOf(law.firstYear + year, 3 * quarter + 1),
        amount,
      });
    });
  }
  return receipts;
}

/** Splits a year's income: the log share that is in falls by normal steps from the year's end back to March. */
function quartersOf(income: number, name: string, mode: Mode, scale: number, year: number, { normal }: Drawer, law: CountyLaw): number[] {
  let share = 1;
  const inBy = [1];
  QUARTER_STEPS.forEach(({ mean, sd }, step) => {
    const common = law.shareSd * normal(`share|${mode}|${step}`, year);
    const noise = law.shareNoise * Math.sqrt(scale) * normal(`${name}|share|${step}`, year);
    share *= Math.exp(Math.min(-0.01, mean + sd * normal(`${name}|season|${step}`) + common + noise));
    inBy.unshift(share);
  });
  const fen = inBy.map((part) => Math.round(part * income * 100));
  return fen.map((upTo, quarter) => (upTo - (fen[quarter - 1] ?? 0)) / 100);
}
