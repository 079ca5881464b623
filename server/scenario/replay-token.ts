import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import { fitsShape } from './fits-shape.js';
import type { ScenarioSpec } from './spec.js';
import { SCENARIO_SHAPE } from './spec-shape.js';
import { checkDefault, checkTogether, toWorkspaceDefaults, valuesOf, type WorkspaceDefaults } from './workspace-defaults.js';

/** All that a projection's numbers follow from. */
export interface Provenance {
  /** As written; what it leaves out follows from the defaults. */
  readonly spec: ScenarioSpec;
  /** The workspace's defaults when it was projected: changing one later does not change what is replayed. */
  readonly defaults: WorkspaceDefaults;
  readonly dataVersion: string;
  readonly engineVersion: string;
}

/** Characters of a token; a scenario with a grant for each of 5,000 villages has a tenth of it. */
const MOST_CHARACTERS = 1_000_000;
/** Characters of what a token unfolds to. */
const MOST_UNFOLDED = 4_000_000;
/** Leading digits of the text's hash, which tell a token that lost a character from a whole one. */
const CHECK_DIGITS = 16;

/**
 * Provenance as one piece of text: canonical JSON (no nulls, keys in alphabetical order) behind a check of it, deflated, in
 * base64url. It is no secret and no permission: whoever reads it, reads a scenario.
 */
export function writeReplayToken({ spec, defaults, dataVersion, engineVersion }: Provenance): string {
  const text = JSON.stringify(
    canonical({
      scenario: spec,
      defaults: Object.fromEntries(valuesOf(defaults)),
      set: defaults.set,
      data: dataVersion,
      engine: engineVersion,
    }),
  );
  return deflateRawSync(checkOf(text) + text).toString('base64url');
}

/** @throws Problem BAD_REPLAY_TOKEN where the text is no token, or none that `writeReplayToken` wrote */
export function readReplayToken(token: string): Provenance {
  const written = unfold(token);
  if (!isWritten(written)) throw new Problem('BAD_REPLAY_TOKEN', {}, ['token']);
  const values = new Map(Object.entries(written.defaults));
  const defaults = toWorkspaceDefaults(values);
  try {
    for (const [name, value] of values) checkDefault(name, value);
    checkTogether(defaults);
  } catch {
    throw new Problem('BAD_REPLAY_TOKEN', {}, ['token']);
  }
  return {
    spec: written.scenario,
    defaults: { ...defaults, set: written.set },
    dataVersion: written.data,
    engineVersion: written.engine,
  };
}

interface Written {
  readonly scenario: ScenarioSpec;
  readonly defaults: Readonly<Record<string, number>>;
  readonly set: readonly string[];
  readonly data: string;
  readonly engine: string;
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const { scenario, defaults, set, data, engine } = value as { readonly [Name in keyof Written]?: unknown };
  return (
    fitsShape(scenario, SCENARIO_SHAPE) &&
    typeof defaults === 'object' &&
    defaults !== null &&
    Object.values(defaults).every((number) => typeof number === 'number') &&
    Array.isArray(set) &&
    set.every((name) => typeof name === 'string') &&
    typeof data === 'string' &&
    typeof engine === 'string'
  );
}

/** What a token holds; undefined where it is none. */
function unfold(token: string): unknown {
  if (token.length > MOST_CHARACTERS || !/^[\w-]+$/.test(token)) return undefined;
  try {
    const unfolded = inflateRawSync(Buffer.from(token, 'base64url'), { maxOutputLength: MOST_UNFOLDED }).toString('utf8');
    const text = unfolded.slice(CHECK_DIGITS);
    return unfolded.slice(0, CHECK_DIGITS) === checkOf(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

const checkOf = (text: string): string => contentHash(text).slice(0, CHECK_DIGITS);

/** A value without what is null or undefined, the keys of its objects in alphabetical order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(fields.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, part]) => [name, canonical(part)]));
}
