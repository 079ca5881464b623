import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf } from '../../../../web/cells/query/curl.js';

describe('the command', () => {
  it.each([
    ['Chinese', '{ villages(where: {name: "坡芽村"}) { totalCount } }'],
    ['quotes of every kind', `# it's "a" \`b\` $HOME $(id) \\ !x`],
    ['lines', '{\n  a\r\n\tb\n}'],
    ['nothing', ''],
  ])('hands the query to the shell unchanged: %s', (_name, query) => {
    const variables = { note: `它's "好" $PATH` };
    const command = curlOf("http://127.0.0.1:4000/it's", query, variables, 'zh-CN').replace(/^curl/, 'printf "%s\\0"');
    const words = execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\0');
    expect(words.slice(0, 3)).toEqual(['-sS', '--compressed', "http://127.0.0.1:4000/it's"]);
    const body = words[words.indexOf('--data-raw') + 1]!;
    expect(JSON.parse(body)).toEqual({ query, variables });
  });
});
