import type { Industry, Mode } from '../base/vocabulary.js';
import type { Objective } from './allocation-rule.js';

/**
 * A scenario as written, in the API's input or in a YAML file: every field may be left out. Months are written
 * 2020-05, money is in yuan, rates are fractions. The fields are the ones of `ScenarioInput` in schema.graphql.
 */
export interface ScenarioSpec {
  name?: string | null;
  scope?: readonly string[] | null;
  asOf?: string | null;
  horizon?: number | null;
  trials?: number | null;
  seed?: number | null;
  growth?: readonly { mode: Mode; rate?: number | null; weight?: number | null; year?: number | null }[] | null;
  target?: {
    default?: number | null;
    overrides?: readonly { village: string; year?: number | null; amount: number }[] | null;
  } | null;
  netRatio?: readonly { mode: Mode; ratio: number }[] | null;
  options?: readonly OptionSpec[] | null;
  policy?: PolicySpec | null;
  parks?: readonly { park: string; start?: string | null; late?: number | null }[] | null;
  assumptions?: readonly { name: string; value: number }[] | null;
  reinvest?: { share: number; return: number } | null;
}

export interface OptionSpec {
  code: string;
  mode: Mode;
  industry?: Industry | null;
  park?: string | null;
  rate?: number | null;
  sd?: number | null;
  start?: string | null;
  delay?: number | null;
  failure?: number | null;
  insured?: number | null;
  premium?: number | null;
  late?: number | null;
}

/** Exactly one field. */
export interface PolicySpec {
  flat?: { amount: number; option: string; eligibleOnly?: boolean | null } | null;
  list?: readonly { village: string; amount: number; option: string }[] | null;
  neediest?: { budget: number; amount: number; option: string; eligibleOnly?: boolean | null } | null;
  proportional?: { budget: number; option: string; eligibleOnly?: boolean | null } | null;
  optimal?: AllocationSpec | null;
}

/** How money is to be shared out, as written; the fields are the ones of `AllocationInput` in schema.graphql. */
export interface AllocationSpec {
  budget?: number | null;
  lump: number;
  min?: number | null;
  max: number;
  options: readonly string[];
  objective: Objective;
  eligibleOnly?: boolean | null;
  chance?: number | null;
  villageCount?: number | null;
  weights?: readonly { village: string; weight: number }[] | null;
  groups?: readonly { township?: string | null; option?: string | null; floor?: number | null; cap?: number | null }[] | null;
  forcedIn?: readonly string[] | null;
  forcedOut?: readonly string[] | null;
}
