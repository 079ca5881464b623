/** What an allocation strives for. */
export const OBJECTIVES = ['EXPECTED_REACHING', 'WEIGHTED', 'SHORTFALL', 'MAXIMIN', 'LEAST_BUDGET'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** How money is to be shared out among villages, with nothing left open: what `toAllocationRule` makes of a written one. */
export interface AllocationRule {
  readonly objective: Objective;
  /** Yuan; undefined: LEAST_BUDGET without a limit. */
  readonly budget: number | undefined;
  /** Grants are whole multiples of this many fen. */
  readonly lump: number;
  /** The fewest lumps that a village gets if it gets any. */
  readonly least: number;
  /** The most lumps that a village gets. */
  readonly most: number;
  /** Codes of the options that a village may be given one of. */
  readonly options: readonly string[];
  readonly eligibleOnly: boolean;
  /** Of LEAST_BUDGET: so many villages are to have at least this chance. */
  readonly wanted: { readonly chance: number; readonly villages: number } | undefined;
  /** Of WEIGHTED, by village; 1 where none is named. */
  readonly weights: readonly { readonly village: string; readonly weight: number }[];
  readonly groups: readonly AllocationGroup[];
  readonly forcedIn: readonly string[];
  readonly forcedOut: readonly string[];
}

/** Bounds on the money of a township, of an option, or of a township through an option. */
export interface AllocationGroup {
  readonly township: string | undefined;
  readonly option: string | undefined;
  /** Lumps. */
  readonly floor: number;
  /** Lumps; undefined: none. */
  readonly cap: number | undefined;
}

const FEN_PER_YUAN = 100;

/** So many lumps in yuan. */
export const yuanOf = (lumps: number, { lump }: Pick<AllocationRule, 'lump'>): number => (lumps * lump) / FEN_PER_YUAN;

/** The whole lumps that some yuan hold. */
export const lumpsWithin = (yuan: number, { lump }: Pick<AllocationRule, 'lump'>): number =>
  Math.floor(Math.round(yuan * FEN_PER_YUAN) / lump);

/** The whole lumps that it takes to have some yuan. */
export const lumpsFor = (yuan: number, { lump }: Pick<AllocationRule, 'lump'>): number => Math.ceil(Math.round(yuan * FEN_PER_YUAN) / lump);
