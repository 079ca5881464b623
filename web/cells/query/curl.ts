/** Within single quotes a POSIX shell takes everything as it stands, line breaks and Chinese included; only ' ends them. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The request as a command for a POSIX shell (bash, zsh, Git Bash): one that can be pasted as it is, and prints the answer.
 * @param endpoint where the API answers, whole: http://127.0.0.1:4000/graphql
 */
export function curlOf(endpoint: string, query: string, variables: Readonly<Record<string, unknown>>, language: string): string {
  const body = JSON.stringify({ query, variables });
  return [
    `curl -sS --compressed ${quoted(endpoint)}`,
    `-H 'content-type: application/json'`,
    `-H ${quoted(`accept-language: ${language}`)}`,
    `--data-raw ${quoted(body)}`,
  ].join(' \\\n  ');
}
