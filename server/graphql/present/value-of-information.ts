import { POLICY_LABELS } from '../../allocation/decision/policy-kind.js';
import type { ChosenPlan as Chosen, KnownAssumption as Known } from '../../allocation/decision/value-of-information.js';
import type { CostPerExtraVillage } from '../../allocation/comparison-summary.js';
import { shownValue } from '../../allocation/sensitivity/shown-value.js';
import type { Language } from '../../base/errors/problem.js';
import type { InformationView } from '../information-values.js';
import type { ChosenPlan, KnownAssumption, ValueOfInformation } from '../types/value-of-information.js';

export const toValueOfInformation = ({ price, assumptions, ...rest }: InformationView, language: Language): ValueOfInformation => ({
  ...rest,
  price: price.value,
  priceLow: price.low,
  priceHigh: price.high,
  assumptions: assumptions.map((known) => toKnown(known, price, language)),
});

function toKnown({ assumption, value, atLow, asAssumed, atHigh }: Known, price: CostPerExtraVillage, language: Language): KnownAssumption {
  const { name, label, unit, value: assumed, low, high } = assumption;
  const times = (villages: number, yuan: number | null) => (yuan === null ? null : Math.round(villages * yuan * 100) / 100);
  return {
    assumption: name,
    label: label[language],
    unit,
    value: shownValue(assumption, assumed),
    low: shownValue(assumption, low),
    high: shownValue(assumption, high),
    villages: value,
    worth: times(value.mean, price.value),
    worthLow: times(value.low, value.low < 0 ? price.high : price.low),
    worthHigh: times(value.high, value.high < 0 ? price.low : price.high),
    atLow: toChosen(atLow, language),
    asAssumed: toChosen(asAssumed, language),
    atHigh: toChosen(atHigh, language),
  };
}

const toChosen = (chosen: Chosen, language: Language): ChosenPlan => ({ ...chosen, label: POLICY_LABELS[chosen.policy][language] });
