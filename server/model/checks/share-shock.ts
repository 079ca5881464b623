import { MODES } from '../../base/vocabulary.js';
import type { ModelDefaults } from '../../scenario/defaults.js';
import type { CountyFit } from '../fit.js';

/** How far the share of a year that is in by month k moves from year to year for all streams of a mode together. */
export interface ShareCheck {
  /** Standard deviation of the common movement, log points. */
  readonly commonSd: number;
  readonly cells: number;
  readonly broken: boolean;
}

const FEWEST_IN_CELL = 3;
const FEWEST_CELLS = 4;
/** A tenth of what is in: beyond it a running year's receipts say more of payment days than of income. */
const MOST_COMMON_SD = 0.1;
const MOST_ERRORS = 3;

/**
 * Checks that payments come at the same time of the year (section 3, "The running year"): the mean deviation of a mode's
 * streams in a year from their own usual log share, squared, against what their own noise and the prior of the common shock
 * lead to expect. Undefined where no year is running or too few years are known.
 */
export function checkShareShock({ panel, streams }: CountyFit, { priorShareSd }: ModelDefaults): ShareCheck | undefined {
  if (panel.closedMonths === 0) return undefined;
  const deviations = streams.flatMap(({ stream, base }) => {
    const shares = Array.from(stream.income, (income, year) => Math.log(Math.min(1, stream.early[year]! / income)));
    const present = shares.filter(Number.isFinite);
    const own = present.reduce((sum, share) => sum + share, 0) / present.length;
    // Less its own mean, a deviation has (1 − 1/years) of its variance.
    const shrunk = Math.sqrt(1 - 1 / present.length);
    return shares.flatMap((share, year) =>
      present.length >= 2 && Number.isFinite(share)
        ? [{ mode: MODES.indexOf(stream.mode), year, base, value: (share - own) / shrunk }]
        : [],
    );
  });
  const noise = deviations.reduce((sum, { value, base }) => sum + value ** 2 / base, 0) / deviations.length;
  let [excess, surprise, uncertainty, cells] = [0, 0, 0, 0];
  for (const cell of Map.groupBy(deviations, ({ mode, year }) => `${mode}|${year}`).values()) {
    if (cell.length < FEWEST_IN_CELL) continue;
    const weight = cell.reduce((sum, { base }) => sum + 1 / base, 0);
    const mean = cell.reduce((sum, { value, base }) => sum + value / base, 0) / weight;
    const expected = noise / weight + priorShareSd ** 2;
    excess += mean ** 2 - noise / weight;
    surprise += mean ** 2 - expected;
    uncertainty += 2 * expected ** 2;
    cells += 1;
  }
  if (cells < FEWEST_CELLS) return undefined;
  const commonSd = Math.sqrt(Math.max(0, excess / cells));
  return { commonSd, cells, broken: commonSd > MOST_COMMON_SD && surprise > MOST_ERRORS * Math.sqrt(uncertainty) };
}
