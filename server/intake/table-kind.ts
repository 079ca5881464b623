/** The five tables that can be imported, in the order in which they are read: what others refer to comes first. */
export const TABLE_KINDS = ['villages', 'parks', 'projects', 'targets', 'receipts'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const TABLE_WORDS: Readonly<Record<TableKind, { readonly zh: string; readonly en: string }>> = {
  villages: { zh: '村', en: 'villages' },
  parks: { zh: '园区', en: 'parks' },
  projects: { zh: '项目', en: 'projects' },
  targets: { zh: '目标', en: 'targets' },
  receipts: { zh: '收入', en: 'receipts' },
};

const NAME_PARTS: Readonly<Record<TableKind, RegExp>> = {
  villages: /village|村庄|村名单|村名册|村列表|行政村|^村$/,
  parks: /park|园区/,
  projects: /project|项目/,
  targets: /target|目标/,
  receipts: /receipt|income|收入|到账|收款/,
};

/** The table that a file's name tells, in any case; undefined where it tells none, or two. */
export function kindOfName(fileName: string): TableKind | undefined {
  const stem = fileName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .trim();
  const kinds = TABLE_KINDS.filter((kind) => NAME_PARTS[kind].test(stem));
  return kinds.length === 1 ? kinds[0] : undefined;
}
