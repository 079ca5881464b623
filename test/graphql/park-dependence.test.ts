import { expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const QUERY = `query ($scenario: ScenarioInput!) {
  projection(scenario: $scenario) {
    outcome { grantDependence income { mean } parkDependence { shares { park { code name } share } largest concentration } }
    villages { nodes { grantDependence income { mean } parkDependence { shares { park { code } share } largest concentration } } }
  }
}`;

test("how much hangs on each park is told of every village and of the county, whose shares are the villages' by income", async () => {
  const { outcome, villages } = (await server.ask(QUERY, { scenario: { trials: 200 } })).data.projection;
  const { shares, largest, concentration } = outcome.parkDependence;
  expect(shares.map(({ park }: Answer) => park.code).sort()).toEqual(['NAPO-COCOON', 'NAPO-LIVESTOCK', 'NAPO-MANGO']);
  expect(shares[0].park.name).toMatch(/./);
  expect(largest).toBe(shares[0].share);
  const squares = shares.reduce((sum: number, { share }: Answer) => sum + share ** 2, 0);
  expect(concentration).toBeCloseTo(squares, 12);
  const weighted = (of: (village: Answer) => number) =>
    villages.nodes.reduce((sum: number, village: Answer) => sum + of(village) * village.income.mean, 0) / outcome.income.mean;
  for (const { park, share } of shares) {
    const of = (village: Answer) => village.parkDependence.shares.find((own: Answer) => own.park.code === park.code)?.share ?? 0;
    expect(weighted(of)).toBeCloseTo(share, 6);
  }
  expect(weighted((village) => village.grantDependence)).toBeCloseTo(outcome.grantDependence, 6);
});
