import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const BACKTEST = contractOperation('Backtest');
const FULL = `query ($closedMonths: [Int!], $scope: [ID!]) {
  backtest(trials: 400, closedMonths: $closedMonths, scope: $scope) {
    closedMonths countyYears forecasts chances errors summary coverage { level observed low high } reliability { count low observed high }
  }
}`;

const ask = async (variables: object): Promise<Answer> => {
  const { data, errors } = await server.ask(BACKTEST, { trials: 400, ...variables });
  expect(errors).toBeUndefined();
  return data.backtest;
};

describe('the demonstration county, forecast in past years', () => {
  test('four as-of months by default, over the complete years that have one before them', async () => {
    const backtests = await ask({});
    expect(backtests.map(({ closedMonths }: Answer) => closedMonths)).toEqual([0, 3, 6, 9]);
    for (const { years, forecasts, coverage, brier, brierClimatology, crps, crpsNaive, reliability } of backtests) {
      expect(years).toEqual([2018, 2019]);
      expect(forecasts).toBeGreaterThan(240);
      expect(coverage.map(({ level }: Answer) => level)).toEqual([0.5, 0.8, 0.95]);
      const shares = coverage.map(({ observed }: Answer) => observed);
      expect(shares).toEqual([...shares].sort((left: number, right: number) => left - right));
      expect(brier).toBeLessThan(brierClimatology);
      expect(crps).toBeLessThan(crpsNaive);
      expect(reliability.reduce((sum: number, { count }: Answer) => sum + count, 0)).toBeLessThanOrEqual(forecasts);
      for (const { from, to, forecast } of reliability) expect(forecast >= from - 1e-9 && forecast <= to + 1e-9).toBe(true);
    }
    // What is in by September tells more of the year than what was known in December before.
    expect(backtests[3].crps).toBeLessThan(backtests[0].crps);
    expect(backtests[3].brier).toBeLessThan(backtests[0].brier);
  });

  test('years, months and scope narrow it', async () => {
    const [only] = await ask({ from: 2019, to: 2019, closedMonths: [5, 5] });
    expect(only).toMatchObject({ closedMonths: 5, years: [2019] });
    const all = await ask({ from: 2019, closedMonths: [5] });
    expect(all).toEqual([only]);
    const [township] = await ask({ from: 2019, closedMonths: [5], scope: ['451026101'] });
    expect(township.forecasts).toBeGreaterThan(0);
    expect(township.forecasts).toBeLessThan(only.forecasts);
  });

  test('beyond the contract: how much history stands behind it, in numbers and in words', async () => {
    const { data } = await server.ask(FULL, { closedMonths: [6] });
    const [{ summary, ...numbers }] = data.backtest;
    expect(numbers).toMatchObject({ closedMonths: 6, countyYears: 2 });
    expect(summary).toMatch(
      /^2 years, \d+ forecasts: when it said \d+% \(\d+ times\), it happened \d+% of the time; the 80% interval held \d+%\. Only 2 county-years, whose villages rise and fall together: other years may show quite other shares\.$/,
    );
    for (const { low, observed, high } of [...numbers.coverage, ...numbers.reliability]) {
      expect(low).toBeLessThanOrEqual(observed);
      expect(high).toBeGreaterThanOrEqual(observed);
    }
    const chinese = await server.ask(FULL, { closedMonths: [6] }, 'zh-CN');
    expect(chinese.data.backtest[0].summary).toMatch(
      /^2 年、\d+ 次预测：说 \d+% 时（\d+ 次），实际发生 \d+%；80% 区间实际装住 \d+%。只有 2 个县年，/,
    );
    expect({ ...chinese.data.backtest[0], summary }).toEqual({ ...numbers, summary });
  });
});

describe('refused plainly', () => {
  test('numbers out of range, all at once', async () => {
    expect(await server.refusal(BACKTEST, { trials: 20_001, closedMonths: [0, 12, -1], from: 2019, to: 2018 })).toEqual([
      'TOO_MANY_TRIALS ["trials"] 20001 trials are too many; at most 20000 at a time',
      'OUT_OF_RANGE ["closedMonths","1"] closedMonths = 12 is out of range; it must be between 0 and 11',
      'OUT_OF_RANGE ["closedMonths","2"] closedMonths = -1 is out of range; it must be between 0 and 11',
      'BAD_RANGE ["from"] the range 2019 to 2018 is reversed; from must not be later than to',
    ]);
  });

  test('years without data', async () => {
    expect(await server.refusal(BACKTEST, { from: 2020 })).toEqual([
      'NOTHING_TO_BACKTEST [] there is no year to backtest (那坡县, from 2020): it takes two complete years in a row, and income in the first',
    ]);
    expect(await server.refusal(BACKTEST, { to: 2017 }, 'zh')).toEqual([
      'NOTHING_TO_BACKTEST [] 没有可回测的年份（那坡县，到 2017 年止）：需要至少两个连续的完整年度，而且那时已有收入',
    ]);
  });

  test('more work than one request may ask for', async () => {
    const closedMonths = Array.from({ length: 12 }, (_, months) => months);
    expect(await server.refusal(BACKTEST, { trials: 20_000, closedMonths })).toEqual([
      'TOO_MUCH_TO_BACKTEST ["trials"] villages × years × closed months × 20000 trials exceed 50000000; lower trials, ask for fewer years (from, to) or closedMonths, or narrow scope',
    ]);
  });

  test('an unknown region', async () => {
    const [said] = await server.refusal(BACKTEST, { scope: ['99'] });
    expect(said).toMatch(/^UNKNOWN_REGION \["scope","0"\] unknown region code "99"/);
  });
});

test('ModelFit.checks: what of the model the county’s own data do not bear out, in both languages', async () => {
  const query = '{ modelFit { checks { code message } } }';
  const [english, chinese] = await Promise.all(
    ['en', 'zh'].map(async (language) => (await server.ask(query, {}, language)).data.modelFit[0].checks),
  );
  expect(english.map(({ code }: Answer) => code)).toEqual(chinese.map(({ code }: Answer) => code));
  expect(english[0]).toEqual({
    code: 'FEW_YEARS',
    message:
      '3 complete years: every variance leans on its prior (80% for the yearly shocks), so how wide the intervals are is more assumption than finding; import earlier years',
  });
  expect(chinese[0].message).toMatch(/^只有 3 个完整年度/);
});

describe('with defaults that the workspace has set', () => {
  const SET =
    'mutation ($name: String!, $value: Float!) { setWorkspaceAssumption(input: { name: $name, value: $value }) { userErrors { code } } }';

  test('backtests and checks keep to them', async () => {
    const [before] = await ask({ closedMonths: [0] });
    await server.ask(SET, { name: 'netRatio', value: 0.5 });
    const [net] = await ask({ closedMonths: [0] });
    expect(net.crps).toBeCloseTo(before.crps, 9);
    expect(net.brier).not.toBe(before.brier);
    await server.ask(SET, { name: 'priorWeight', value: 1 });
    const { data } = await server.ask('{ modelFit { checks { code } } }');
    expect(data.modelFit[0].checks.map(({ code }: Answer) => code)).not.toContain('FEW_YEARS');
    expect((await ask({ closedMonths: [0] }))[0].crps).not.toBe(net.crps);
  });
});
