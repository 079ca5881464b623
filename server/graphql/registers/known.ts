import type { Known } from '../../supervision/register/register-book.js';
import type { WorkspaceState } from '../workspace.js';

/** What entries may refer to, of what is loaded. */
export const knownOf = ({ known, counties }: WorkspaceState): Known => ({
  ...known,
  counties: new Map(counties.map(({ code, name }) => [code, name])),
});
