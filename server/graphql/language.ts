import type { Language } from '../base/errors/problem.js';

/** The language to answer in: Chinese, unless the request's Accept-Language likes English better. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const liking = { zh: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const written = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((quality) => quality !== undefined);
    const quality = written === undefined ? 1 : Number(written);
    const language = tag.split('-')[0];
    if ((language === 'zh' || language === 'en') && quality > liking[language]) liking[language] = quality;
  }
  return liking.en > liking.zh ? 'en' : 'zh';
}
