import type { Language } from '../../base/errors/problem.js';
import type { AssumptionMeaning } from '../../scenario/assumption-meanings.js';
import { unitOf } from '../../scenario/assumption-units.js';
import { isWholeNumber, meaningOf } from '../../scenario/workspace-defaults.js';
import type { AssumptionChange as StoredChange, StoredAssumption } from '../../store/workspace-assumptions.js';
import type { AssumptionChange, WorkspaceAssumption } from '../types/workspace.js';

const SOURCES = {
  set: { zh: '工作区设定', en: 'set in the workspace' },
  standard: { zh: '默认值', en: 'default' },
} as const;

/** @param stored what the workspace has set; undefined: the product's own value holds */
export function toWorkspaceAssumption(
  meaning: AssumptionMeaning,
  stored: StoredAssumption | undefined,
  language: Language,
): WorkspaceAssumption {
  const { name, value, least, most, zh, en } = meaning;
  const unit = unitOf(name);
  return {
    name,
    value: stored?.value ?? value,
    default: value,
    least,
    most,
    whole: isWholeNumber(name),
    zh,
    en,
    unitZh: unit.zh,
    unitEn: unit.en,
    source: SOURCES[stored ? 'set' : 'standard'][language],
    changedAt: stored ? new Date(stored.changedAt) : null,
  };
}

export function toAssumptionChange({ id, name, before, after, changedAt }: StoredChange): AssumptionChange {
  const standard = meaningOf(name).value;
  return { id, name, before: before ?? standard, after: after ?? standard, reset: after === null, at: new Date(changedAt) };
}
