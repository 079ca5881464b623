/** The kinds of files that are kept as evidence, told by their first bytes: a name can say anything. */
const KINDS: readonly { readonly starts: readonly number[]; readonly mediaTypeOf: (name: string) => string | undefined }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaTypeOf: () => 'application/pdf' },
  { starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mediaTypeOf: () => 'image/png' },
  { starts: [0xff, 0xd8, 0xff], mediaTypeOf: () => 'image/jpeg' },
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    mediaTypeOf: (name) =>
      byEnding(name, {
        '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
  },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    mediaTypeOf: (name) =>
      byEnding(name, {
        '.doc': 'application/msword',
        '.wps': 'application/msword',
        '.xls': 'application/vnd.ms-excel',
        '.et': 'application/vnd.ms-excel',
      }),
  },
];

const byEnding = (name: string, types: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(types).find(([ending]) => name.toLowerCase().endsWith(ending))?.[1];

/** The media type of a document by its content, and by its name where one container serves several; undefined: not kept. */
export function documentKind(name: string, content: Uint8Array): string | undefined {
  return KINDS.find(({ starts }) => starts.every((byte, index) => content[index] === byte))?.mediaTypeOf(name);
}
