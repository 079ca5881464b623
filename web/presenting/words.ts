import { inBoth } from '../i18n/words.js';

/** What a presentation says. */
export const presentingWords = inBoth(
  {
    leave: '退出演示',
    next: '下一页',
    back: '上一页',
    at: (stop: number, stops: number) => `${stop} / ${stops}`,
    bar: '演示：左右键翻页，Esc 退出',
  },
  {
    leave: 'Leave',
    next: 'Next',
    back: 'Back',
    at: (stop, stops) => `${stop} / ${stops}`,
    bar: 'Presentation: arrows page, Esc leaves',
  },
);
