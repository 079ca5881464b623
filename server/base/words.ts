/** A label or sentence in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
