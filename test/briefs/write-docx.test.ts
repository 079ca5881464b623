import { describe, expect, test } from 'vitest';
import type { Brief } from '../../server/briefs/brief.js';
import { writeDocx } from '../../server/briefs/write-docx.js';
import { readDocx } from './docx-text.js';

const brief: Brief = {
  language: 'zh',
  title: '资金方案 <甲>',
  subtitle: '那坡县',
  warning: '示例数据',
  sections: [
    {
      heading: '一、要决定的事',
      paragraphs: ['给谁 & 多少\u0007'],
      table: {
        columns: [
          { title: '村', isNumber: false },
          { title: '拨款(万元)', isNumber: true },
        ],
        rows: [
          ['坡芽村', '50.00'],
          ['弄化村', '20.00'],
        ],
      },
      notes: ['小字'],
    },
  ],
  signatures: ['经办人：', '负责人：'],
};

describe('a brief as a document', () => {
  test('says what it holds, in its order, marks and control characters of names included', async () => {
    const { paragraphs, tables } = await readDocx(await writeDocx(brief));
    expect(paragraphs.map((text) => text.trim()).filter(Boolean)).toEqual([
      '示例数据',
      '资金方案 <甲>',
      '那坡县',
      '一、要决定的事',
      '给谁 & 多少',
      '小字',
      '经办人：',
      '负责人：',
    ]);
    expect(tables).toEqual([
      [
        ['村', '拨款(万元)'],
        ['坡芽村', '50.00'],
        ['弄化村', '20.00'],
      ],
    ]);
  });

  test('is set in the faces of official documents, with others where a machine has none, on A4', async () => {
    const { parts } = await readDocx(await writeDocx(brief));
    const document = parts.get('word/document.xml')!;
    for (const face of ['宋体', '黑体', '仿宋']) {
      expect(document).toContain(`w:eastAsia="${face}"`);
      expect(parts.get('word/fontTable.xml')).toMatch(new RegExp(`w:name="${face}"><w:altName w:val="[^"]+"`));
    }
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toContain('<w:tblHeader/>');
    expect(parts.get('word/footer1.xml')).toContain('PAGE');
    for (const [path, xml] of parts) expect([path, /\p{Cc}/u.test(xml.replace(/[\r\n\t]/g, ''))]).toEqual([path, false]);
  });
});
