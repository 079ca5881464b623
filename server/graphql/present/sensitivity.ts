import { shownValue } from '../../allocation/sensitivity/shown-value.js';
import type { TableAxis } from '../../allocation/sensitivity/sensitivity-table.js';
import type { SensitivityBar as MeasuredBar } from '../../allocation/sensitivity/sensitivity.js';
import type { Language } from '../../base/errors/problem.js';
import type { SensitivityTableView, SensitivityView } from '../sensitivities.js';
import type { Sensitivity, SensitivityAxis, SensitivityBar, SensitivityTable } from '../types/sensitivity.js';

export const toSensitivity = ({ bars, grants, ...rest }: SensitivityView, language: Language): Sensitivity => ({
  ...rest,
  cost: grants.reduce((sum, { amount }) => sum + amount, 0),
  bars: bars.map((bar) => toBar(bar, language)),
});

export const toSensitivityTable = ({ rows, columns, cells, ...rest }: SensitivityTableView, language: Language): SensitivityTable => ({
  ...rest,
  rows: toAxis(rows, language),
  columns: toAxis(columns, language),
  cells: cells.map((row) => [...row]),
});

function toBar({ assumption, ...bar }: MeasuredBar, language: Language): SensitivityBar {
  const { name, label, group, unit, value, low, high, basis } = assumption;
  return {
    assumption: name,
    label: label[language],
    group,
    unit,
    value: shownValue(assumption, value),
    low: shownValue(assumption, low),
    high: shownValue(assumption, high),
    basis: basis[language],
    expectedReachingLow: bar.low,
    expectedReachingHigh: bar.high,
    differenceLow: bar.lowDifference,
    differenceHigh: bar.highDifference,
    swing: bar.swing,
    matters: bar.matters,
  };
}

const toAxis = ({ assumption, values }: TableAxis, language: Language): SensitivityAxis => ({
  assumption: assumption.name,
  label: assumption.label[language],
  unit: assumption.unit,
  value: shownValue(assumption, assumption.value),
  values: values.map((value) => shownValue(assumption, value)),
});
