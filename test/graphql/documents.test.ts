import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const PDF = Buffer.from('%PDF-1.7\n一页纪要\n');

const post = (query: string, body: Buffer, type = 'application/octet-stream') =>
  fetch(`${server.url}/documents?${query}`, {
    method: 'POST',
    headers: { 'content-type': type, 'accept-language': 'zh-CN' },
    body: new Uint8Array(body),
  });
const refusal = async (response: Response): Promise<[number, Answer]> => [response.status, await response.json()];

describe('documents', () => {
  test('are stored, referred to by an entry, and given back as a download under their name', async () => {
    const name = "纪要(五月)'.pdf";
    const stored = await post(`name=${encodeURIComponent(name)}&by=${encodeURIComponent('黄干事')}`, PDF);
    expect(stored.status).toBe(201);
    const document = (await stored.json()) as Answer;
    expect(document).toMatchObject({ name, mediaType: 'application/pdf', size: PDF.length, storedBy: '黄干事' });

    const { data } = await server.ask(
      `mutation ($input: SaveTrainingInput!) { saveTraining(input: $input) { entry { documents { id name size } } userErrors { message } } }`,
      { input: { heldOn: '2020-05-20', topic: '财务', organiser: '某单位', attendees: 1, documents: [document.id] } },
    );
    expect(data.saveTraining).toEqual({ entry: { documents: [{ id: document.id, name, size: PDF.length }] }, userErrors: [] });

    const back = await fetch(`${server.url}/documents/${document.id}`);
    expect(back.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E7%BA%AA%E8%A6%81%28%E4%BA%94%E6%9C%88%29%27.pdf");
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await back.arrayBuffer())).toEqual(PDF);
  });

  test('are refused in words where they are no document, have no name, are too large, or come unasked', async () => {
    expect(await refusal(await post('name=a.pdf', Buffer.from('<script>')))).toEqual([
      422,
      { code: 'DOCUMENT_KIND', message: '“a.pdf”的内容不是可收的文件；可收 PDF、JPEG、PNG、Word、Excel、WPS' },
    ]);
    expect(await refusal(await post('name=a.zip', Buffer.from('PK\u0003\u0004')))).toMatchObject([422, { code: 'DOCUMENT_KIND' }]);
    expect(await refusal(await post('', PDF))).toMatchObject([422, { code: 'DOCUMENT_NAME' }]);
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 2 ** 20)]);
    expect(await refusal(await post('name=a.pdf', large))).toEqual([
      413,
      { code: 'DOCUMENT_TOO_LARGE', message: '文件超过 10 MB；请压缩图片或拆成几份' },
    ]);
    expect((await post('name=a.pdf', PDF, 'text/plain')).status).toBe(422);
    expect((await fetch(`${server.url}/documents/none`)).status).toBe(404);
  });
});
