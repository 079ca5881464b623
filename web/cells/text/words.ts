import { inBoth, type WordsOf } from '../../i18n/words.js';

export const textWords = inBoth(
  {
    kind: '文字',
    edit: '编辑文字',
    done: '完成',
    empty: '空白。点“编辑文字”写点什么。',
    help: '# 大标题 · ## 小标题 · - 列表 · **加粗** · `接口名`',
    fresh: '## 新的一段\n写下您的判断。',
  },
  {
    kind: 'Text',
    edit: 'Edit text',
    done: 'Done',
    empty: 'Empty. Choose "Edit text" and write something.',
    help: '# large heading · ## small heading · - list · **bold** · `name`',
    fresh: '## A new paragraph\nWrite down your judgement.',
  },
);

export type TextWords = WordsOf<typeof textWords>;
