import { describe, expect, test } from 'vitest';
import { serving } from './serving.js';

const server = serving();
const post = (body: string, type = 'image/svg+xml') =>
  fetch(`${server.url}/pictures`, { method: 'POST', headers: { 'content-type': type, 'accept-language': 'zh-CN' }, body });

describe('pictures', () => {
  test('come back as PNG', async () => {
    const answer = await post(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="2" y="15" font-size="12">中文</text></svg>',
    );
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const png = Buffer.from(await answer.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 40]);
  });

  test('are refused in words where they lead out, are too large, or come unasked', async () => {
    const leading = await post('<svg width="9" height="9"><image href="/etc/passwd"/></svg>');
    expect([leading.status, await leading.json()]).toEqual([
      422,
      { code: 'PICTURE_NOT_PLAIN', message: '图里的“<image>”不能画；SVG 里只能有形状和文字，不能有链接、样式、脚本和外部图片' },
    ]);
    const nameless = await post('<svg width="9" height="9"></svg>');
    expect([nameless.status, await nameless.json()]).toMatchObject([422, { code: 'PICTURE_NOT_PLAIN' }]);
    const large = await post('<svg width="99999" height="9"/>');
    expect([large.status, await large.json()]).toMatchObject([422, { code: 'PICTURE_TOO_LARGE' }]);
    expect((await post(`<svg width="9" height="9"><text>${'村'.repeat(2 ** 21)}</text></svg>`)).status).toBe(413);
    expect((await post('<svg width="9" height="9"/>', 'text/plain')).status).toBe(415);
  });
});
