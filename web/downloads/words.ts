import { inBoth } from '../i18n/words.js';

/** What downloads say. */
export const downloadWords = inBoth(
  {
    open: '下载',
    named: (title: string) => `${title}：下载`,
    formats: '格式',
    brief: '下载决策简报(.docx)',
    writing: '正在写…',
    failed: '没有存成；请再试一次，或检查服务器是否在运行',
    source: (text: string) => `来源：${text}`,
  },
  {
    open: 'Download',
    named: (title) => `${title}: download`,
    formats: 'Formats',
    brief: 'Brief to decide by (.docx)',
    writing: 'Writing …',
    failed: 'Not saved; try again, or check that the server is running',
    source: (text) => `Source: ${text}`,
  },
);
