/** Colours of the theme that a chart may be drawn in, by role. */
export type Tone = 'accent' | 'base' | 'warn' | 'ink' | 'mode-0' | 'mode-1' | 'mode-2' | 'mode-3' | 'mode-4';

/** What one shape of a chart stands for. */
export interface LegendItem {
  readonly shape: 'square' | 'hollow' | 'line' | 'dashed' | 'dot' | 'ring';
  readonly tone: Tone;
  readonly text: string;
}
