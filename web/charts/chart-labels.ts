/** What every chart says of itself. */
export interface ChartLabels {
  readonly title: string;
  /** Where the numbers come from, and how exact they are. */
  readonly source: string;
}
