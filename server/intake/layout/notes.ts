import type { Notice } from '../notice.js';
import type { SheetRow } from '../sheet.js';

const NOTE =
  /^(?:备注|附注|注|说明|填表说明|填报说明|填表人|填报人|制表|制表人|审核|审核人|负责人|单位负责人|联系电话|填报单位|填报时间|填表时间|note|remark)s?[::0-9、.]/i;

/** Takes notes below (or above) a table out: rows that begin as notes do and hold nothing where amounts are. */
export function withoutNotes(
  rows: readonly SheetRow[],
  { file, amounts }: { readonly file: string; readonly amounts: readonly number[] },
  notices: Notice[],
): readonly SheetRow[] {
  const isNote = ({ cells }: SheetRow): boolean => {
    const first = cells.find((cell) => cell !== '') ?? '';
    if (!NOTE.test(`${first.normalize('NFKC')}:`)) return false;
    const distinct = new Set(cells.filter((cell) => cell !== ''));
    return distinct.size === 1 || amounts.every((column) => !/^-?[\d.,]+$/.test(cells[column] ?? ''));
  };
  const notes = new Set(rows.filter(isNote));
  if (!notes.size) return rows;
  notices.push({ place: { file }, code: 'NOTES_IGNORED', details: { rows: [...notes].map(({ row }) => row).join(', ') } });
  return rows.filter((row) => !notes.has(row));
}
