import type { Paragraph, Table } from 'docx';
import type { Language } from '../base/errors/problem.js';
import type { Brief, BriefTable } from './brief.js';

/** Faces by what they are for, after GB/T 9704-2012: 仿宋 for text, 黑体 for headings, 宋体 for the title. */
const FACES = {
  title: { eastAsia: '宋体', ascii: 'Times New Roman' },
  heading: { eastAsia: '黑体', ascii: 'Arial' },
  text: { eastAsia: '仿宋', ascii: 'Times New Roman' },
} as const;

/** What stands in where a machine has not got a face. */
const INSTEAD: Readonly<Record<string, string>> = {
  宋体: 'SimSun,STSong,Noto Serif CJK SC,Source Han Serif SC',
  黑体: 'SimHei,STHeiti,Noto Sans CJK SC,Source Han Sans SC',
  仿宋: 'FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC',
};

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 10.5 pt. */
const SIZES = { title: 44, heading: 32, text: 28, table: 21, note: 18 } as const;
/** The page of GB/T 9704: A4 with a type area of 156 × 225 mm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, top: 2_098, bottom: 1_985, left: 1_588, right: 1_474 } as const;

type Docx = typeof import('docx');

/** Writes a brief as an editable document. The library is loaded when the first brief is asked for. */
export async function writeDocx(brief: Brief): Promise<Buffer> {
  const docx = await import('docx');
  const { Document, Footer, PageNumber, Packer } = docx;
  const write = new BriefWriter(docx, brief.language);
  const document = new Document({
    title: plain(brief.title),
    description: plain(brief.subtitle),
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: fontOf('text'), size: SIZES.text, language: languageOf(brief.language) } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: PAGE } },
        footers: {
          default: new Footer({
            children: [write.paragraph(['— ', PageNumber.CURRENT, ' —'], { face: 'text', size: SIZES.table, alignment: 'center' })],
          }),
        },
        children: write.whole(brief),
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}

const fontOf = (face: keyof typeof FACES) => ({ ...FACES[face], hAnsi: FACES[face].ascii });

const languageOf = (language: Language) => ({ value: 'en-US', eastAsia: language === 'zh' ? 'zh-CN' : 'en-US' });

/** XML holds no control characters, wherever a name may have them from. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

function fontTable(): string {
  const fonts = Object.entries(INSTEAD).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

interface Look {
  readonly face: keyof typeof FACES;
  readonly size: number;
  readonly bold?: boolean;
  readonly alignment?: 'center' | 'right' | 'left' | 'both';
  /** Two characters, as Chinese paragraphs begin. */
  readonly indented?: boolean;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly colour?: string;
}

class BriefWriter {
  constructor(
    private readonly docx: Docx,
    private readonly language: Language,
  ) {}

  whole({ title, subtitle, addressees, warning, sections, signatures }: Brief): (Paragraph | Table)[] {
    return [
      ...(warning
        ? [this.paragraph([warning], { face: 'heading', size: SIZES.table, alignment: 'center', colour: 'B3261E', after: 120 })]
        : []),
      this.paragraph([title], { face: 'title', size: SIZES.title, bold: true, alignment: 'center', after: 120 }),
      this.paragraph([subtitle], { face: 'text', size: SIZES.table, alignment: 'center', after: 360 }),
      ...(addressees ? [this.paragraph([addressees], { face: 'text', size: SIZES.text, after: 60 })] : []),
      ...sections.flatMap(({ heading, paragraphs, table, notes = [] }) => [
        this.paragraph([heading], { face: 'heading', size: SIZES.heading, after: 120, keepNext: true }),
        ...paragraphs.map((text) =>
          this.paragraph([text], { face: 'text', size: SIZES.text, alignment: 'both', indented: true, after: 60 }),
        ),
        ...(table ? [this.table(table), this.paragraph([''], { face: 'text', size: SIZES.note })] : []),
        ...notes.map((text) => this.paragraph([text], { face: 'text', size: SIZES.note, after: 60 })),
      ]),
      ...signatures.map((text) =>
        this.paragraph([`${text}${'　'.repeat(12)}`], { face: 'text', size: SIZES.text, after: 240, keepNext: true }),
      ),
    ];
  }

  paragraph(
    parts: readonly string[],
    { face, size, bold = false, alignment = 'left', indented = false, after = 0, keepNext = false, colour }: Look,
  ): Paragraph {
    const { Paragraph: Block, TextRun, PageNumber } = this.docx;
    return new Block({
      alignment,
      keepNext,
      spacing: { after },
      ...(indented && this.language === 'zh' ? { indent: { firstLine: 2 * 10 * size } } : {}),
      children: parts.map(
        (part) =>
          new TextRun({
            children: [part === PageNumber.CURRENT ? PageNumber.CURRENT : plain(part)],
            font: fontOf(face),
            size,
            bold,
            ...(colour ? { color: colour } : {}),
          }),
      ),
    });
  }

  private table({ columns, rows }: BriefTable): Table {
    const { Table: Grid, TableCell, TableRow, WidthType } = this.docx;
    const cell = (text: string, isNumber: boolean, isHead: boolean) =>
      new TableCell({
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
        ...(isHead ? { shading: { fill: 'EEF2F1' } } : {}),
        children: [
          this.paragraph([text], {
            face: isHead ? 'heading' : 'text',
            size: SIZES.table,
            alignment: isNumber ? 'right' : 'left',
          }),
        ],
      });
    const row = (texts: readonly string[], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: columns.map(({ isNumber }, c) => cell(texts[c] ?? '', isNumber, isHead)),
      });
    const titles = columns.map(({ title }) => title);
    return new Grid({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(titles, true), ...rows.map((texts) => row(texts, false))],
    });
  }
}
