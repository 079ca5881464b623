import { describe, expect, it } from 'vitest';
import {
  backtestOf,
  calibrationRequests,
  type CalibrationAnswers,
  type CalibrationCell,
} from '../../../web/cells/calibration/calibration.js';
import { radiusOf } from '../../../web/charts/reliability.js';
import { placeOf } from './sample-place.js';

const cell: CalibrationCell = { id: 'c', kind: 'calibration', title: '', folded: false, closedMonths: 0 };

const answers = { backtest: { backtest: [0, 3].map((closedMonths) => ({ closedMonths })) } } as unknown as CalibrationAnswers;

describe('the calibration', () => {
  it('asks for its county, and shows the months chosen without asking again', () => {
    expect(calibrationRequests(cell, placeOf()).backtest.variables).toEqual({ scope: ['451026'], trials: 4000 });
    expect([0, 3, 5].map((months) => backtestOf(answers, months)?.closedMonths)).toEqual([0, 3, 0]);
    expect(backtestOf({ backtest: { backtest: [] } }, 0)).toBeUndefined();
  });

  it('draws points by how many forecasts stand behind them, none too small to see', () => {
    expect([radiusOf(100, 100), radiusOf(25, 100), radiusOf(1, 100), radiusOf(0, 0)]).toEqual([9, 4.5, 3, 3]);
  });
});
