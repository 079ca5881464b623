import { inBoth } from '../i18n/words.js';

/** What links and files of a notebook say. */
export const sharingWords = inBoth(
  {
    copied: '链接已复制：打开就是现在这一份，只读',
    unsaved: '还没有保存，链接会指向旧的一份；请等保存后再复制',
    cannotCopy: (link: string) => `浏览器不让复制，请手工复制：${link}`,
    reading: '只读：这里的改动只在这一页，不会保存。',
    edit: '复制后编辑',
    openNow: '打开现在的笔记本',
    otherData: (then: string, now: string) => `数据变过：链接时 ${then}，现在 ${now}。数字可能不同。`,
    sameData: (now: string) => `数据与链接时相同(${now})。`,
    stateGone: '链接的那一份已不再保留，下面是现在的一份。',
    asFileDone: '已存为一个文件，不用服务器也能打开',
    tables: (count: number) => `表格(${count})`,
    moreRows: (count: string) => `另有 ${count} 行没有写进来；请在笔记本里下载整张表`,
    written: (when: string) => `写于 ${when}，此后数字不再更新`,
  },
  {
    copied: 'Link copied: it opens the notebook as it is now, to be read',
    unsaved: 'Not saved yet: the link would lead to an older state; copy it once it is saved',
    cannotCopy: (link) => `The browser does not allow copying; copy this: ${link}`,
    reading: 'To be read: what you change here stays on this page and is not saved.',
    edit: 'Copy and edit',
    openNow: 'Open the notebook as it is now',
    otherData: (then, now) => `The data have changed: ${then} when the link was made, ${now} now. Numbers may differ.`,
    sameData: (now) => `The data are those of the link (${now}).`,
    stateGone: 'The state that the link names is no longer kept; below is the present one.',
    asFileDone: 'Saved as one file that opens without the server',
    tables: (count) => `Tables (${count})`,
    moreRows: (count) => `${count} more rows are left out; download the whole table in the notebook`,
    written: (when) => `Written ${when}; the numbers do not change any more`,
  },
);
