import { KEY_INDUSTRIES, type Industry, type Mode } from '../base/vocabulary.js';
import type { IncomePart } from './kernel/arithmetic.js';

/** What a part of a village's income counts as. */
export interface IncomeTags {
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  /** True where the money comes from a granted project. */
  readonly granted: boolean;
}

/** A part of a year's income that waits to be added up. */
export interface WaitingPart extends IncomePart {
  readonly tags: IncomeTags;
}

export const isKeyIndustry = (industry: Industry | null): boolean => industry !== null && KEY_INDUSTRIES.includes(industry);
