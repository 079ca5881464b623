/** What a link to a notebook fixes, so that a colleague sees the same. */
export interface SharedLink {
  readonly notebook: string;
  /** The saved state that is linked to; null: an example, which has only one. */
  readonly revision: number | null;
  /** The version of the data behind the numbers at the time; null where nothing had been computed. */
  readonly dataVersion: string | null;
}

const PATH = /^\/notebooks\/([a-z0-9-]+)$/;

/** The address that opens a notebook to be read: scenario and seed are in its state, filters in its cells. */
export function linkTo({ notebook, revision, dataVersion }: SharedLink, origin: string): string {
  const link = new URL(`/notebooks/${notebook}`, origin);
  link.searchParams.set('read', revision === null ? 'example' : String(revision));
  if (dataVersion !== null) link.searchParams.set('data', dataVersion);
  return link.href;
}

/** Reads such an address; undefined: it opens the notebook to be edited. A revision that is no number is the present one. */
export function sharedIn({ pathname, search }: Pick<URL, 'pathname' | 'search'>): SharedLink | undefined {
  const notebook = PATH.exec(pathname)?.[1];
  const asked = new URLSearchParams(search);
  const read = asked.get('read');
  if (notebook === undefined || read === null) return undefined;
  const dataVersion = asked.get('data');
  return {
    notebook,
    revision: /^[1-9]\d{0,8}$/.test(read) ? Number(read) : null,
    dataVersion: dataVersion !== null && /^[0-9a-f]{8,128}$/.test(dataVersion) ? dataVersion : null,
  };
}
