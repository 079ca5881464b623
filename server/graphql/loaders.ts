import DataLoader from 'dataloader';
import type { TargetRecord } from '../base/county.js';
import { readDocuments } from '../store/documents.js';
import { readVersionSpecs, type VersionKey } from '../store/notebook-versions.js';
import { readTargets, readVillages, type VillageWithTownship } from '../store/villages.js';
import type { Document } from './types/document.js';
import { toDocument } from './present/document.js';
import type { Workspace, WorkspaceState } from './workspace.js';

/** What one request reads, each thing once, however many fields ask for it. */
export interface Loaders {
  readonly state: () => Promise<WorkspaceState>;
  /** What a version of a notebook holds, as JSON. */
  readonly notebookSpec: DataLoader<VersionKey, string | undefined, string>;
  readonly village: DataLoader<string, VillageWithTownship | undefined>;
  /** A village's own targets, in ascending order of year. */
  readonly targets: DataLoader<string, readonly TargetRecord[]>;
  readonly document: DataLoader<string, Document | undefined>;
}

export function createLoaders(workspace: Workspace): Loaders {
  const { db } = workspace.store;
  let state: Promise<WorkspaceState> | undefined;
  return {
    state: () => (state ??= workspace.state()),
    notebookSpec: new DataLoader((keys) => readVersionSpecs(db, keys), {
      cacheKeyFn: ({ notebook, revision }) => `${notebook}/${revision}`,
    }),
    village: new DataLoader(async (codes) => {
      const found = new Map((await readVillages(db, codes)).map((village) => [village.code, village]));
      return codes.map((code) => found.get(code));
    }),
    targets: new DataLoader(async (codes) => {
      const byVillage = Map.groupBy(await readTargets(db, codes), (target) => target.village);
      return codes.map((code) => byVillage.get(code) ?? []);
    }),
    document: new DataLoader(async (ids) => {
      const found = new Map((await readDocuments(db, ids)).map((document) => [document.id, toDocument(document)]));
      return ids.map((id) => found.get(id));
    }),
  };
}
