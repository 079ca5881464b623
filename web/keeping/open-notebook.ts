import { canonical, hashOf } from '../notebook/canonical.js';
import type { CellFormats } from '../notebook/cell-format.js';
import type { Loaded } from '../notebook/saved.js';
import { toNotebook } from '../notebook/to-notebook.js';
import { toSpec } from '../notebook/to-spec.js';
import type { KeeperStart } from './notebook-keeper.js';
import type { ServerNotebook } from './operations.js';

/** How a notebook of the workspace is opened. */
export type Opening =
  | { readonly found: 'missing' | 'binned' }
  /** `waiting`: the server does not have all of it yet. */
  | { readonly found: 'notebook'; readonly start: KeeperStart; readonly waiting: boolean };

/**
 * Puts together what the server has and what this browser still has to send. Edits that are based on another revision than
 * the server's are shown beside it, never written over it.
 * @throws NotebookFormatError where the server's notebook is none that this program reads
 */
export function openingOf(id: string, server: ServerNotebook | null, copy: Loaded, formats: CellFormats): Opening {
  if (server?.place === 'BIN') return { found: 'binned' };
  if (copy.found !== 'copy') {
    if (!server) return { found: 'missing' };
    return { found: 'notebook', start: startOn(id, server, formats), waiting: false };
  }
  const { notebook, revision, from, onTheWay } = copy;
  const start = { id, revision, from, notebook, keeping: { state: 'saving' } } as const;
  if (!server) return { found: 'notebook', start: { ...start, revision: 0 }, waiting: true };
  if (canonical(server.spec) === canonical(toSpec(notebook, formats)))
    return { found: 'notebook', start: startOn(id, server, formats), waiting: false };
  const arrived = hashOf(server.spec) === onTheWay;
  if (arrived || Math.max(revision, 1) === server.revision)
    return { found: 'notebook', start: { ...start, revision: server.revision }, waiting: true };
  return { found: 'notebook', start: { ...start, keeping: { state: 'conflict', theirs: server } }, waiting: false };
}

const startOn = (id: string, server: ServerNotebook, formats: CellFormats): KeeperStart => ({
  id,
  revision: server.revision,
  from: server.origin,
  notebook: toNotebook(server.spec, formats),
  keeping: { state: 'saved', at: new Date(server.updatedAt ?? Date.now()) },
});
