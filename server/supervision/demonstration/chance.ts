import { DRAW, uniformAt } from '../../base/random.js';

const SEED = 135_720;

/** The chance events of what is generated: each named by what is drawn and for whom, so that one more leaves the others as they are. */
export const uniform = (what: string, entity: string, number = 0): number =>
  uniformAt(SEED, { kind: DRAW.demonstration, entity: `${what}/${entity}`, year: 0 }, number);

export const happens = (probability: number, what: string, entity: string, number = 0): boolean =>
  uniform(what, entity, number) < probability;

/** A whole number from `from` to `to`, both included. */
export const between = (from: number, to: number, what: string, entity: string, number = 0): number =>
  from + Math.floor(uniform(what, entity, number) * (to - from + 1));

/** One of some things, each as likely. */
export const oneOf = <Thing>(things: readonly Thing[], what: string, entity: string, number = 0): Thing =>
  things[between(0, things.length - 1, what, entity, number)]!;

const SURNAMES = ['黄', '韦', '农', '梁', '李', '陆', '覃', '罗', '岑', '隆'];

/** A name that is plainly nobody's: a surname of the region and 某. */
export const nobody = (entity: string): string => `${oneOf(SURNAMES, 'surname', entity)}某`;
