/** An operation of a GraphQL document. */
export interface Operation {
  readonly keyword: 'query' | 'mutation' | 'subscription';
  /** Where it begins, in characters. */
  readonly from: number;
}

/** A comment, a block text, a text, a name, or a bracket; nothing else tells where definitions begin. */
const TOKEN = /#[^\n\r]*|"""(?:\\"""|[^])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|[A-Za-z_]\w*|[{}()[\]]/g;
const KEYWORDS: ReadonlySet<string> = new Set(['query', 'mutation', 'subscription']);

/**
 * The operations of a document, exactly where the document is valid, and without parsing it: so the page knows what a query
 * does before the heavy part, which checks it against the schema, is loaded.
 */
export function operationsOf(document: string): Operation[] {
  const operations: Operation[] = [];
  let depth = 0;
  let inDefinition = false;
  for (const { 0: token, index } of document.matchAll(TOKEN)) {
    if (token.startsWith('#') || token.startsWith('"')) continue;
    const opens = /[{([]/.test(token);
    const closes = /[})\]]/.test(token);
    if (depth === 0 && !inDefinition && !closes) {
      inDefinition = true;
      if (token === '{') operations.push({ keyword: 'query', from: index });
      else if (KEYWORDS.has(token)) operations.push({ keyword: token as Operation['keyword'], from: index });
    }
    if (opens) depth += 1;
    if (closes) depth = Math.max(0, depth - 1);
    if (depth === 0 && token === '}') inDefinition = false;
  }
  return operations;
}
