import type { Request } from '../../api/client.js';

export const COLOURS = ['RED', 'ORANGE', 'YELLOW', 'GREEN'] as const;
export type Colour = (typeof COLOURS)[number];

/** A village in a month's bulletin; sums run from January up to the month. */
export interface BulletinRow {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly name: string } };
  readonly target: number;
  readonly inMonth: number;
  readonly received: number;
  readonly expectedByNow: number | null;
  readonly pace: number;
  readonly sameMonthLastYear: number | null;
  readonly chance: number | null;
  readonly standardError: number | null;
  readonly chanceLastMonth: number | null;
  readonly colour: Colour;
  readonly rank: number;
  readonly reported: boolean;
  readonly lateDays: number | null;
  readonly flags: readonly { readonly code: string; readonly message: string }[];
  readonly responsible: readonly string[];
}

export interface BulletinTownship {
  readonly township: { readonly code: string; readonly name: string };
  readonly villages: number;
  readonly reported: number;
  readonly received: number;
  readonly target: number;
  readonly sameMonthLastYear: number | null;
  readonly green: number;
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
}

export interface Bulletin {
  readonly month: string;
  readonly dueOn: string;
  readonly reported: number;
  readonly missing: number;
  readonly demonstration: boolean;
  readonly dataVersion: string;
  readonly villages: readonly BulletinRow[];
  readonly townships: readonly BulletinTownship[];
}

/** The bulletin of a month, of a county or a township. */
export const bulletin = (scope: string, month: string): Request<{ bulletin: Bulletin }> => ({
  query: `query Bulletin($scope: [ID!], $month: YearMonth!) {
    bulletin(scope: $scope, month: $month) {
      month dueOn reported missing demonstration dataVersion
      villages {
        village { code name township { name } } target inMonth received expectedByNow pace sameMonthLastYear
        chance standardError chanceLastMonth colour rank reported lateDays flags { code message } responsible
      }
      townships { township { code name } villages reported received target sameMonthLastYear green yellow orange red }
    }
  }`,
  variables: { scope: [scope], month },
});
