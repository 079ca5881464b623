import type { ProjectedVillage } from '../projection/project-county.js';
import type { GrantOption, Scenario } from '../scenario/scenario.js';

/** B of a year, net, with what its reinvestment earns: as a grant enters the village's income. */
export function netReceiptsPerYuan(
  { returns }: ProjectedVillage,
  option: GrantOption,
  { netRatio, reinvest }: Scenario,
  position: number,
): Float64Array {
  const gross = returns(option);
  const net = netRatio[option.mode];
  const earned = reinvest ? reinvest.share * reinvest.return : 0;
  const perYuan = new Float64Array(gross[0]!.length);
  for (let year = 0; year <= position; year++) {
    for (let trial = 0; trial < perYuan.length; trial++) perYuan[trial] = net * gross[year]![trial]! + earned * perYuan[trial]!;
  }
  return perYuan;
}
