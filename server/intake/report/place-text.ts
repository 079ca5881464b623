import type { Language } from '../../base/errors/problem.js';
import { shown, type Place } from '../findings.js';

/** Where something stands, as a sentence begins: 收入.csv 第 12 行“村”列. */
export function placeText(place: Place, language: Language): string {
  const file = shown(place.file);
  const column = place.column === undefined ? '' : shown(place.column);
  if (language === 'zh') return `${file}${place.row === undefined ? '' : ` 第 ${place.row} 行`}${column === '' ? '' : `“${column}”列`}`;
  return `${file}${place.row === undefined ? '' : `, row ${place.row}`}${column === '' ? '' : `, column "${column}"`}`;
}
