import type { Request } from './client.js';

export interface Township {
  readonly code: string;
  readonly name: string;
  readonly villageCount: number;
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly asOf: string | null;
  readonly villageCount: number;
  readonly demonstration: boolean;
  readonly townships: readonly Township[];
  readonly parks: readonly { readonly code: string; readonly name: string }[];
}

/** The counties loaded. */
export const counties = (): Request<{ counties: readonly County[] }> => ({
  query: `query Counties { counties { code name asOf villageCount demonstration townships { code name villageCount } parks { code name } } }`,
  variables: {},
});

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly eligible: boolean;
  readonly township: { readonly code: string; readonly name: string };
}

/** Every village of a county, by code. */
export const villages = (county: string): Request<{ villages: { totalCount: number; nodes: readonly Village[] } }> => ({
  query: `query Villages($scope: [ID!], $first: Int!) {
    villages(scope: $scope, first: $first) { totalCount nodes { code name eligible township { code name } } }
  }`,
  variables: { scope: [county], first: 1000 },
});

export interface NotebookDocument {
  readonly id: string;
  readonly title: string;
  /** Null where it is written in Chinese. */
  readonly language: string | null;
  readonly spec: unknown;
}

/** The worked examples that come with the product. */
export const notebooks = (): Request<{ notebooks: readonly NotebookDocument[] }> => ({
  query: `query Notebooks { notebooks { id title language spec } }`,
  variables: {},
});

export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface PercentileBand {
  readonly percentile: number;
  readonly value: number;
}

export interface Distribution {
  readonly mean: number;
  readonly bands: readonly PercentileBand[];
}

/** What a projection was made from; the same four give the same bits again. */
export interface Provenance {
  readonly seed: number;
  readonly trials: number;
  readonly engineVersion: string;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly years: readonly number[];
}

export interface WorkspaceAssumption {
  readonly name: string;
  readonly value: number;
  /** The product's own value. */
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly zh: string;
  readonly en: string;
  readonly unitZh: string;
  readonly unitEn: string;
  /** When the workspace set it; null where it has the product's own value. */
  readonly changedAt: string | null;
}

export interface AssumptionChange {
  readonly id: number;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly reset: boolean;
  readonly at: string;
}

export interface Workspace {
  readonly assumptions: readonly WorkspaceAssumption[];
  readonly changes: readonly AssumptionChange[];
}

/** The defaults of the workspace and their latest changes. */
export const workspace = (): Request<{ workspace: Workspace }> => ({
  query: `query Workspace {
    workspace {
      assumptions { name value default least most whole zh en unitZh unitEn changedAt }
      changes(first: 20) { id name before after reset at }
    }
  }`,
  variables: {},
});

export interface AssumptionPayload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** Sets a default for every scenario that says nothing about it. */
export const setWorkspaceAssumption = (name: string, value: number): Request<{ change: AssumptionPayload }> => ({
  query: `mutation SetWorkspaceAssumption($input: SetWorkspaceAssumptionInput!) {
    change: setWorkspaceAssumption(input: $input) { userErrors { code message } }
  }`,
  variables: { input: { name, value } },
});

/** Gives a default the product's own value back. */
export const resetWorkspaceAssumption = (name: string): Request<{ change: AssumptionPayload }> => ({
  query: `mutation ResetWorkspaceAssumption($input: ResetWorkspaceAssumptionInput!) {
    change: resetWorkspaceAssumption(input: $input) { userErrors { code message } }
  }`,
  variables: { input: { name } },
});
