import type { ProblemDetails } from './problem.js';

const words = (details: ProblemDetails): readonly string[] => (Array.isArray(details.suggestions) ? details.suggestions : []);

/** ";你是不是要找 永宁村(451026100201)?" where there is a suggestion, else nothing. */
export const hintZh = (details: ProblemDetails): string => (words(details).length ? `；是否要写：${words(details).join('、')}？` : '');

/** "; did you mean 永宁村 (451026100201)?" where there is a suggestion, else nothing. */
export const hintEn = (details: ProblemDetails): string => (words(details).length ? `; did you mean ${words(details).join(', ')}?` : '');
