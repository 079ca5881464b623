import { mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { MODES } from '../../server/base/vocabulary.js';
import { at, repeated } from './measure.js';
import { ask, start, withDataDirectory } from './running.js';
import { atLeast, atMost, ms, perSecond, type Row, type Section } from './table.js';

const SLIDER = `query ($s: ScenarioInput!) { projection(scenario: $s) {
  outcome { expectedReaching { mean standardError } reachingDistribution { villages probability } chanceAll { mean } income { mean bands { percentile value } } }
  villages { nodes { village { code } chance standardError income { mean bands { percentile value } } } } } }`;

const slider = (rate: number) => ({ s: { growth: [{ mode: 'INDUSTRY', rate, weight: 0.5 }] } });

const HISTORY_ROWS = 25_000;

/** Receipts of an invented county, a row for each village, mode and month. */
function writeHistory(folder: string): void {
  const villages = Array.from({ length: 100 }, (_, number) => `451099100${201 + number}`);
  const months = Array.from(
    { length: HISTORY_ROWS / villages.length / MODES.length },
    (_, month) => `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'villages.csv'),
    ['code,name,township_code,township', ...villages.map((code) => `${code},村${code.slice(9)},451099100,甲镇`)].join('\n'),
  );
  writeFileSync(
    join(folder, 'receipts.csv'),
    [
      'village,mode,month,amount',
      ...villages.flatMap((code) => MODES.flatMap((mode) => months.map((month, index) => `${code},${mode},${month},${1_000 + index}`))),
    ].join('\n'),
  );
}

/** The answer to every receipt of a larger history, after an import; nothing of it has been asked before. */
const historyTimes = (): Promise<number[]> =>
  withDataDirectory(async (directory) => {
    const folder = join(directory, 'history');
    writeHistory(folder);
    const data = join(directory, 'data');
    const imported = spawnSync('npm', ['run', '--silent', 'import', '--', folder], {
      env: { ...process.env, DATA_DIR: data },
      encoding: 'utf8',
    });
    if (imported.status !== 0) throw new Error(`the import failed: ${imported.stdout}${imported.stderr}`);
    const server = await start(data, { DEMO: '0' });
    try {
      return await repeated(7, async (index) => {
        const answer = await ask(
          server.origin,
          `{ income(groupBy: [VILLAGE, MODE, MONTH], limit: ${HISTORY_ROWS + index}) { groups { region { code } mode month amount } } }`,
        );
        const rows = (JSON.parse(answer) as { data: { income: { groups: unknown[] } } }).data.income.groups.length;
        if (rows !== HISTORY_ROWS) throw new Error(`${rows} rows came back`);
      });
    } finally {
      await server.stop();
    }
  });

const demonstrationRows = (): Promise<Row[]> =>
  withDataDirectory(async (directory) => {
    const filled = await start(directory);
    await filled.stop();
    const server = await start(directory);
    try {
      for (let warm = 0; warm < 10; warm++) await ask(server.origin, SLIDER, slider(0.05 + warm / 1_000));
      const moves = await repeated(100, (index) => ask(server.origin, SLIDER, slider(0.1 + index / 1_000)));
      const cached = await autocannon({
        url: `${server.origin}/graphql`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: SLIDER, variables: slider(0.1) }),
        connections: 10,
        duration: 5,
      });
      const [middle, most] = [at(moves, 0.5), at(moves, 0.95)];
      return [
        {
          what: '`npm start` with data there and everything built, command to first answer',
          measured: ms(server.started),
          beside: `into an empty folder, demonstration county filled: ${ms(filled.started)}`,
          wanted: atMost(2_000, server.started, ms),
        },
        {
          what: 'a slider moved: 130 villages × 3 years × 10,000 trials with bands, request to reply',
          measured: `p95 ${ms(most)}`,
          beside: `p50 ${ms(middle)}`,
          wanted: atMost(50, most, ms),
        },
        {
          what: '130 villages with bands from cache, requests',
          measured: perSecond(cached.requests.average),
          beside: '10 connections',
          wanted: atLeast(500, cached.requests.average, perSecond),
        },
        { what: 'of these, the slowest of a hundred', measured: ms(cached.latency.p99), wanted: atMost(50, cached.latency.p99, ms) },
      ];
    } finally {
      await server.stop();
    }
  });

export const http: Section = {
  name: 'http',
  title: 'Over HTTP',
  async measure(): Promise<Row[]> {
    const rows = await demonstrationRows();
    const history = await historyTimes();
    return [
      ...rows,
      {
        what: `${HISTORY_ROWS.toLocaleString('en')} receipts by village, mode and month, not from cache`,
        measured: ms(at(history, 0.5)),
        wanted: atMost(250, at(history, 0.5), ms),
      },
    ];
  },
};
