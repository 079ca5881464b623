import { modelFit } from '../../api/operations.js';
import { SCENARIO_DEFAULTS } from '../../../server/scenario/defaults.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import type { Format } from '../../i18n/format.js';
import type { ParametersCell } from '../../notebook/notebook.js';

/** The trend is shown beside every plan; it depends on the data alone. */
export const parametersRequests = (cell: ParametersCell, county: string) => ({ fit: modelFit(county, cell.scenario.asOf ?? null) });

export const parametersMeta = ({ scenario }: ParametersCell, words: Catalogue, format: Format): string =>
  words.parameters.meta(format.count(scenario.trials ?? SCENARIO_DEFAULTS.trials), scenario.seed ?? SCENARIO_DEFAULTS.seed);
