/** A line of the bench. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Named alternatives measured in the same run, as ratios; or where the number comes from. */
  readonly beside?: string;
  /** The number to reach, where there is one. */
  readonly wanted?: Wanted;
}

/** Undefined `reached`: it cannot be told on this machine. */
export interface Wanted {
  readonly number: string;
  readonly reached: boolean | undefined;
}

/** Lines that are measured together. A new part of the bench is one of these and its place in `bench.ts`. */
export interface Section {
  /** A word to ask for it by. */
  readonly name: string;
  readonly title: string;
  measure(): Promise<Row[]>;
}

export const atMost = (most: number, measured: number | undefined, show: (value: number) => string): Wanted => ({
  number: `≤ ${show(most)}`,
  reached: measured === undefined ? undefined : measured <= most,
});

export const atLeast = (least: number, measured: number | undefined, show: (value: number) => string): Wanted => ({
  number: `≥ ${show(least)}`,
  reached: measured === undefined ? undefined : measured >= least,
});

export const ms = (value: number): string => `${value < 10 ? Number(value.toFixed(1)) : Math.round(value).toLocaleString('en')} ms`;
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`;
export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;
export const times = (ratio: number): string => `${ratio < 100 ? ratio.toFixed(1).replace(/\.0$/, '') : Math.round(ratio)}×`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;

const reachedWord = ({ reached }: Wanted): string => (reached === undefined ? 'not known here' : reached ? 'reached' : '**not reached**');

/** A section as a Markdown table. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, beside = '', wanted }) => [
    what,
    measured,
    beside,
    wanted?.number ?? '',
    wanted ? reachedWord(wanted) : '',
  ]);
  const table = [['what', 'measured', 'beside it', 'wanted', ''], ['---', '---', '---', '---', '---'], ...lines];
  return `\n## ${title}\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}
