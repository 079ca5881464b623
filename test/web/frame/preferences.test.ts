import { describe, expect, it } from 'vitest';
import { loadPreferences, savePreferences } from '../../../web/frame/preferences.js';

const holding = (text: string | null) => ({ getItem: () => text });

describe('preferences', () => {
  it('are Chinese, 万元 and the theme of the system until something else is chosen', () => {
    const usual = { language: 'zh-CN', theme: 'auto', unit: 'wan' };
    for (const text of [null, 'null', '{', '{"language":"fr","theme":7}']) expect(loadPreferences(holding(text))).toEqual(usual);
  });

  it('come back as they were saved', () => {
    let text: string | null = null;
    savePreferences({ setItem: (_key, value) => (text = value) }, { language: 'en', theme: 'dark', unit: 'yuan' });
    expect(loadPreferences(holding(text))).toEqual({ language: 'en', theme: 'dark', unit: 'yuan' });
  });

  it('hold for the visit where the browser keeps nothing', () => {
    const full = () => {
      throw new Error('QuotaExceededError');
    };
    expect(() => savePreferences({ setItem: full }, { language: 'en', theme: 'dark', unit: 'yuan' })).not.toThrow();
  });
});
