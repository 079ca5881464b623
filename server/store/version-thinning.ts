/** A kept state of a notebook, as far as it matters for how long it is kept. */
export interface KeptVersion {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly named: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to which age (milliseconds) how long a stretch of time keeps its last state only. */
const STEPS: readonly { readonly upTo: number; readonly stretch: number }[] = [
  { upTo: 10 * MINUTE, stretch: 0 },
  { upTo: HOUR, stretch: MINUTE },
  { upTo: DAY, stretch: HOUR },
  { upTo: Infinity, stretch: DAY },
];

/** Of the last ten minutes no more than this many are kept each for itself: a program that saves without end fills no disk. */
const MOST_RECENT = 300;

/**
 * The versions that need not be kept any longer. Kept are the present one, those with a name, every one of the last ten
 * minutes, then the last of each minute for an hour, of each hour for a day, and of each day (of UTC) for ever.
 * @returns their revisions
 */
export function versionsToDrop(versions: readonly KeptVersion[], now: Date): number[] {
  const newestFirst = versions.toSorted((left, right) => right.revision - left.revision);
  const seen = new Set<string>();
  return newestFirst
    .filter(({ savedAt, named }, index) => {
      const at = Date.parse(savedAt);
      const { stretch } = STEPS.find(({ upTo }) => now.getTime() - at <= upTo)!;
      if (named || index === 0 || (stretch === 0 && index < MOST_RECENT)) return false;
      const length = stretch || MINUTE;
      const slot = `${length}/${Math.floor(at / length)}`;
      const later = seen.has(slot);
      seen.add(slot);
      return later;
    })
    .map(({ revision }) => revision);
}
