import { describe, expect, test } from 'vitest';
import { Problem } from '../../server/base/errors/problem.js';
import { checkPlainSvg } from '../../server/pictures/plain-svg.js';

const svg = (inside: string, size = 'width="100" height="50"') => `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>\n`;

function codeOf(text: string): string | undefined {
  try {
    checkPlainSvg(text);
    return undefined;
  } catch (error) {
    return (error as Problem).code;
  }
}

describe('a plain picture', () => {
  test('holds shapes and text', () => {
    expect(
      codeOf(
        svg(
          '<title>预算 &lt; 1 亿</title><g transform="translate(1,2)"><path d="M0,0L1,1" fill="rgb(1, 2, 3)"/><text x="1" y="2" font-family="\'Noto Sans SC\', sans-serif">规良村<tspan dx="3"> 62%</tspan></text></g><circle cx="1" cy="1" r="2" />',
        ),
      ),
    ).toBeUndefined();
  });

  test.each([
    ['another picture', svg('<image href="file:///etc/passwd" width="9" height="9"/>')],
    ['a repeated part', svg('<use href="#a"/>')],
    ['a style sheet', svg('<style>text{fill:url(http://example.org)}</style>')],
    ['a style', svg('<rect style="fill:red" width="1" height="1"/>')],
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect onclick="alert(1)" width="1" height="1"/>')],
    ['a link', svg('<path xlink:href="a" d="M0,0"/>')],
    ['a reference', svg('<path fill="url(#a)" d="M0,0"/>')],
    ['a filter', svg('<filter id="a"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`],
    ['an entity in text', svg('<text>&a;</text>')],
    ['a processing instruction', `<?xml-stylesheet href="a"?>${svg('')}`],
    ['what is not closed', '<svg width="1" height="1"><g>'],
    ['what is closed twice', `${svg('')}</svg>`],
    ['two pictures', svg('') + svg('')],
    ['a picture within', svg(svg('').trim())],
    ['no picture', 'PNG'],
    ['nothing', ''],
    ['half a tag', '<svg width="1" height="1"'],
  ])('never holds %s', (_name, text) => {
    expect(codeOf(text)).toBe('PICTURE_NOT_PLAIN');
  });

  test.each([
    ['wide', svg('', 'width="2401" height="5"')],
    ['high', svg('', 'width="5" height="6001"')],
    ['without a size', svg('', '')],
    ['as large as its page', svg('', 'width="100%" height="5"')],
    ['full of shapes', svg('<g/>'.repeat(20_000))],
    ['deep', svg(`${'<g>'.repeat(16)}${'</g>'.repeat(16)}`)],
  ])('is never %s', (_name, text) => {
    expect(codeOf(text)).toBe('PICTURE_TOO_LARGE');
  });
});
