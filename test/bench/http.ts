import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { at, ms, times, type Row } from './measure.js';

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Milliseconds from the command to the first answer. */
  readonly started: number;
}

async function start(dataDirectory: string): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout!)) {
    const origin = /http:\/\/[^\s(]+/.exec(line)?.[0];
    if (!origin) continue;
    await fetch(`${origin}/readyz`);
    return { child, url: `${origin}/graphql`, started: performance.now() - began };
  }
  throw new Error('the server ended before it listened');
}

async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (text.startsWith('{"errors"')) throw new Error(text.slice(0, 500));
  return text;
}

const SLIDER = `query ($s: ScenarioInput!) { projection(scenario: $s) {
  outcome { expectedReaching { mean standardError } reachingDistribution { villages probability } chanceAll { mean } income { mean bands { percentile value } } }
  villages { nodes { village { code } chance standardError income { mean bands { percentile value } } } } } }`;

const slider = (rate: number) => ({ s: { growth: [{ mode: 'INDUSTRY', rate, weight: 0.5 }] } });

export async function httpRows(): Promise<Row[]> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'bench-'));
  const first = await start(dataDirectory);
  first.child.kill();
  const server = await start(dataDirectory);
  try {
    for (let warm = 0; warm < 10; warm++) await ask(server.url, SLIDER, slider(0.05 + warm / 1_000));
    const moves = await times(100, (index) => ask(server.url, SLIDER, slider(0.1 + index / 1_000)));
    const income = await times(7, (index) =>
      ask(
        server.url,
        `{ income(groupBy: [VILLAGE, MODE, MONTH], limit: ${25_000 - index}) { groups { region { code } mode month amount } } }`,
      ),
    );
    const cached = await autocannon({
      url: server.url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SLIDER, variables: slider(0.1) }),
      connections: 10,
      duration: 5,
    });
    return [
      {
        what: 'start with data there, command to first answer',
        measured: ms(server.started),
        against: `empty folder, demonstration county filled: ${ms(first.started)}; wanted ≤ 2 s`,
      },
      {
        what: 'slider move over HTTP, request to reply, with bands',
        measured: `p50 ${ms(at(moves, 0.5))}, p95 ${ms(at(moves, 0.95))}`,
        against: 'wanted p95 ≤ 50 ms',
      },
      {
        what: '130 villages with bands from cache',
        measured: `${Math.round(cached.requests.average)} requests/s, p99 ${ms(cached.latency.p99)}`,
        against: 'wanted ≥ 500/s, p99 ≤ 50 ms',
      },
      { what: 'income by village, mode and month, uncached', measured: ms(at(income, 0.5)), against: 'wanted ≤ 250 ms' },
    ];
  } finally {
    server.child.kill();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

export function pageRows(): Row[] {
  const folder = 'dist/web/assets';
  const weigh = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1024;
  const files = readdirSync(folder);
  const code = weigh(files.filter((name) => /\.(js|css)$/.test(name)));
  const fonts =
    files.filter((name) => name.endsWith('.woff2')).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0) / 1024;
  return [
    {
      what: 'page: all scripts and styles, compressed',
      measured: `${Math.round(code)} KB`,
      against: `wanted ≤ 200 KB; fonts apart, fetched by need: ${Math.round(fonts)} KB`,
    },
  ];
}
