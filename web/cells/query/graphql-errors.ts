import type { QueryWords } from './words.js';

type Said = Exclude<keyof QueryWords['graphql'], 'meant'>;

/** The sentences of graphql-js 16 that people meet when they write a query; the order matters where one begins like another. */
const SENTENCES: readonly (readonly [Said, RegExp])[] = [
  ['unknownField', /^Cannot query field "(.+?)" on type "(.+?)"\./],
  ['needsFields', /^Field "(.+?)" of type "(.+?)" must have a selection of subfields\./],
  ['hasNoFields', /^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields\./],
  ['unknownArgument', /^Unknown argument "(.+?)" on field "(.+?)"\./],
  ['missingArgument', /^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required, but it was not provided\./],
  ['unknownVariable', /^Variable "\$(\w+)" is not defined/],
  ['unusedVariable', /^Variable "\$(\w+)" is never used/],
  ['missingVariable', /^Variable "\$(\w+)" of (?:required|non-null) type "(.+?)" (?:was not provided|must not be null)\./],
  ['wrongVariable', /^Variable "\$(\w+)" got invalid value (.+?) at "(.+?)"; (.+)$/s],
  ['wrongWholeVariable', /^Variable "\$(\w+)" got invalid value (.+?); (.+)$/s],
  ['variableType', /^Variable "\$(\w+)" of type "(.+?)" used in position expecting type "(.+?)"\./],
  ['unknownType', /^Unknown type "(.+?)"\./],
  ['unknownEnum', /^Value "(.+?)" does not exist in "(.+?)" enum\./],
  ['wrongValue', /^Expected (?:value of )?type "(.+?)", found (.+?)\./],
  ['unknownInputField', /^Field "(.+?)" is not defined by type "(.+?)"\./],
  ['missingInputField', /^Field ".*?\.?([^".]+)" of required type "(.+?)" was not provided\./],
  ['syntax', /^Syntax Error: Expected (.+?), found (.+?)\.$/],
  ['unexpected', /^Syntax Error: Unexpected (.+?)\.$/],
];

const MEANT = / Did you mean (?:to use (?:an inline fragment on )?|the enum value )?(.+?)\?/;

/** What graphql-js found wrong with a query, in the reader's language; a sentence that is not known is passed on as it is. */
export function sayError(message: string, words: QueryWords): string {
  for (const [name, pattern] of SENTENCES) {
    const found = pattern.exec(message);
    if (!found) continue;
    const parts = found.slice(1);
    const reason = name === 'wrongVariable' || name === 'wrongWholeVariable' ? parts.pop() : undefined;
    const said = (words.graphql[name] as (...parts: string[]) => string)(
      ...parts,
      ...(reason === undefined ? [] : [sayError(reason, words)]),
    );
    const meant = reason === undefined ? [...(MEANT.exec(message)?.[1] ?? '').matchAll(/"(.+?)"/g)].map(([, name]) => name!) : [];
    return meant.length > 0 ? `${said}${words.graphql.meant(meant.join(', '))}` : said;
  }
  return message;
}
