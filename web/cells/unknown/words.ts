import { inBoth } from '../../i18n/words.js';

export const unknownWords = inBoth(
  {
    kind: '未知',
    fresh: '未知的格',
    why: (kind: string) => `这个版本不认识“${kind}”这种格。内容原样保留，保存和导出都不会丢。`,
    fix: '请在写下它的那个版本里打开，或者升级这个服务。',
    written: '写的是什么',
  },
  {
    kind: 'Unknown',
    fresh: 'An unknown cell',
    why: (kind: string) =>
      `This version does not know cells of the kind "${kind}". What it says is kept word for word, and saved and exported with the rest.`,
    fix: 'Open the notebook in the version that wrote it, or update this service.',
    written: 'What is written',
  },
);
