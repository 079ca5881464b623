/** A stretch of the text with what is wrong there. */
export interface CodeMark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}
