import type { Language } from '../../base/errors/problem.js';
import type { ImportBatch } from '../../store/import-batches.js';
import { shown } from '../findings.js';
import { TABLE_WORDS } from '../table-kind.js';
import type { UndoneImport } from '../undo.js';
import { REPORTED } from './change-text.js';

/** The record of imports, a line each. */
export function batchesText(batches: readonly ImportBatch[], language: Language): string {
  if (!batches.length) return language === 'zh' ? '还没有导入过。' : 'Nothing has been imported yet.';
  return batches.map((batch) => batchLine(batch, language)).join('\n');
}

function batchLine(batch: ImportBatch, language: Language): string {
  const zh = language === 'zh';
  const counties = batch.counties.map(({ code, name }) => (zh ? `${name}（${code}）` : `${name} (${code})`)).join(zh ? '、' : ', ');
  const counts = REPORTED.flatMap((relation) => {
    const { added = 0, changed = 0 } = batch.counts[relation] ?? {};
    const parts = [...(added ? [`+${added}`] : []), ...(changed ? [`~${changed}`] : [])];
    return parts.length ? [`${TABLE_WORDS[relation][language]} ${parts.join(' ')}`] : [];
  });
  const what = batch.demonstration
    ? zh
      ? '演示数据'
      : 'demonstration data'
    : batch.files.map((file) => shown(file.name)).join(zh ? '、' : ', ');
  const undone = batch.undoneAt === null ? '' : zh ? `；已于 ${batch.undoneAt} 撤销` : `; taken back on ${batch.undoneAt}`;
  const removed = batch.removedDemonstration === null ? '' : zh ? '；移除了演示县' : '; removed the demonstration county';
  const by = batch.importedBy === '' ? '' : ` ${shown(batch.importedBy)}`;
  return zh
    ? `批次 ${batch.id}：${batch.importedAt}${by}，${counties || '无县'}，${what}；${counts.join('，')}${removed}${undone}`
    : `batch ${batch.id}: ${batch.importedAt}${by}, ${counties || 'no county'}, ${what}; ${counts.join(', ')}${removed}${undone}`;
}

/** What taking an import back did. */
export function undoneText(undone: UndoneImport, language: Language): string {
  const counties = undone.counties
    .map(({ code, name }) => (language === 'zh' ? `${name}（${code}）` : `${name} (${code})`))
    .join(language === 'zh' ? '、' : ', ');
  if (language === 'zh') {
    return `已撤销批次 ${undone.batch}（${counties || '无县'}）：数据恢复到导入之前${undone.restoredDemonstration ? '，演示县已恢复' : ''}。`;
  }
  return `Took batch ${undone.batch} back (${counties || 'no county'}): the data are as before it${undone.restoredDemonstration ? '; the demonstration county is back' : ''}.`;
}
