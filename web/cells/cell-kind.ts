import type { Component } from 'svelte';
import type { ChartPicture } from '../charts/chart-picture.js';
import type { Words } from '../i18n/words.js';
import type { CellFields, CellOf, ValuesOf } from '../notebook/fields.js';
import type { Cell } from '../notebook/notebook.js';
import type { Answers, Requests, Start } from '../notebook/runs.js';
import type { CellHost } from './cell-host.js';
import type { CellPlace, Shown } from './cell-place.js';
import type { DataTable } from '../tables/data-table.js';

/** Where a kind stands in the menus: what others follow, what comes out, what helps to choose, what is looked up. */
export const CELL_GROUPS = ['basis', 'result', 'choice', 'record'] as const;
export type CellGroup = (typeof CELL_GROUPS)[number];

/** What every kind says of itself, beside words of its own. */
export interface KindWords {
  /** Its name in menus and at the head of each cell. */
  readonly kind: string;
  /** The title of a new one. */
  readonly fresh: string;
  /** What pressing 运行 will bring, in a cell that shows nothing yet. */
  readonly invitation?: string;
}

type Load<Props extends object> = () => Promise<{ readonly default: Component<Props> }>;

/** A kind of cell as its folder defines it; `defineCell` says what each part is for. */
interface Definition<Kind extends string, Fields extends CellFields, Answer, Own extends KindWords> {
  /** The name in files, and of its folder. */
  readonly kind: Kind;
  readonly group: CellGroup;
  /** Its own fields: how each is written, read, and which cells it names. */
  readonly fields: Fields;
  readonly words: Words<Own>;
  /** The Svelte component; loaded when a notebook first shows one. Takes `cell`, `host` and `answers`. */
  readonly component: Load<never>;
  /** Small choices in the cell's head: takes `cell` and `host`. */
  readonly controls?: Load<never>;
  /** Shows itself before any answer is there; of itself where nothing is asked. */
  readonly standsAlone?: boolean;
  /** Without frame and title, like a paragraph. */
  readonly bare?: boolean;
  /** When it is run; left out: at once. */
  readonly start?: Start | ((cell: CellOf<Kind, Fields>, place: CellPlace) => Start);
  /**
   * What a cell that nothing blocks needs from the API, by the names under which the answers come. Undefined: what is
   * written in it cannot be asked, which its component tells; its last picture stays.
   */
  requests?(cell: CellOf<Kind, Fields>, place: CellPlace): Requests | undefined;
  /** What the head says beside the time taken; nothing where it is empty. */
  meta?(shown: Shown<CellOf<Kind, Fields>, Answer | undefined, Own>): string;
  /** Its tables, in the order shown. */
  tables?(shown: Shown<CellOf<Kind, Fields>, Answer, Own>): readonly DataTable[];
  /** Its charts, in the order shown. */
  charts?(shown: Shown<CellOf<Kind, Fields>, Answer, Own>): readonly ChartPicture[];
  /** The fields of a new one, set up to work at once where it can. */
  fresh(place: CellPlace, words: Own): ValuesOf<Fields> & { readonly title?: string };
}

type CellComponent = Component<{ cell: Cell; host: CellHost; answers: Answers | undefined }>;
type ControlsComponent = Component<{ cell: Cell; host: CellHost }>;
type AnyShown<Answer> = Shown<Cell, Answer, KindWords>;

/** A kind of cell as the page uses it: any cell goes in, and is trusted to be of the kind. */
export interface CellKind {
  readonly kind: string;
  readonly group: CellGroup;
  readonly fields: CellFields;
  readonly words: Words<KindWords>;
  readonly component: () => Promise<CellComponent>;
  readonly controls: (() => Promise<ControlsComponent>) | undefined;
  readonly standsAlone: boolean;
  readonly bare: boolean;
  start(cell: Cell, place: CellPlace): Start;
  requests(cell: Cell, place: CellPlace): Requests | undefined;
  meta(shown: AnyShown<Answers | undefined>): string;
  tables(shown: AnyShown<Answers>): readonly DataTable[];
  charts(shown: AnyShown<Answers>): readonly ChartPicture[];
  fresh(id: string, place: CellPlace, words: KindWords): Cell;
}

/** Defines a kind of cell. This is the one place where a cell is trusted to be of the kind that it says. */
export function defineCell<const Kind extends string, Fields extends CellFields, Answer, Own extends KindWords>(
  definition: Definition<Kind, Fields, Answer, Own>,
): CellKind {
  type OwnCell = CellOf<Kind, Fields>;
  const { kind, group, fields, words, component, controls, start = 'at-once', standsAlone, bare = false } = definition;
  return {
    kind,
    group,
    fields,
    words,
    component: async () => (await component()).default as unknown as CellComponent,
    controls: controls && (async () => (await controls()).default as unknown as ControlsComponent),
    standsAlone: standsAlone ?? definition.requests === undefined,
    bare,
    start: (cell, place) => (typeof start === 'function' ? start(cell as OwnCell, place) : start),
    requests: (cell, place) => (definition.requests ? definition.requests(cell as OwnCell, place) : {}),
    meta: (shown) => definition.meta?.(shown as unknown as Shown<OwnCell, Answer | undefined, Own>) ?? '',
    tables: (shown) => definition.tables?.(shown as unknown as Shown<OwnCell, Answer, Own>) ?? [],
    charts: (shown) => definition.charts?.(shown as unknown as Shown<OwnCell, Answer, Own>) ?? [],
    fresh: (id, place, own) => ({ id, kind, title: own.fresh, folded: false, ...definition.fresh(place, own as Own) }),
  };
}
