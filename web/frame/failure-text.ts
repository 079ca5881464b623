import { ApiFailure } from '../api/client.js';
import type { Catalogue } from '../i18n/zh-cn.js';

/** What went wrong, in the reader's words; the API's own where it refused. */
export function failureText(failure: unknown, words: Catalogue['failure']): string {
  const code = failure instanceof ApiFailure ? failure.code : undefined;
  if (code === 'refused') return (failure as ApiFailure).message;
  return code === 'unreachable' ? words.unreachable : words.broken;
}
