import type { ProjectionCounts } from './projections.js';

/** Upper bounds of the buckets, seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What the server counts about itself, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #operations = { ok: 0, error: 0 };
  readonly #buckets = BUCKETS.map(() => 0);
  #seconds = 0;
  #count = 0;

  constructor(
    private readonly projections: Readonly<ProjectionCounts>,
    private readonly startedAt = Date.now(),
  ) {}

  countOperation(outcome: 'ok' | 'error'): void {
    this.#operations[outcome] += 1;
  }

  countRequest(method: string, status: number, seconds: number): void {
    const label = `method="${method}",status="${status}"`;
    this.#requests.set(label, (this.#requests.get(label) ?? 0) + 1);
    this.#seconds += seconds;
    this.#count += 1;
    BUCKETS.forEach((bound, index) => {
      if (seconds <= bound) this.#buckets[index]! += 1;
    });
  }

  text(): string {
    const memory = process.memoryUsage();
    const family = (name: string, kind: string, help: string, lines: readonly string[]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${kind}`,
      ...lines,
    ];
    return `${[
      ...family(
        'http_requests_total',
        'counter',
        'HTTP requests answered.',
        [...this.#requests].map(([label, count]) => `http_requests_total{${label}} ${count}`),
      ),
      ...family('http_request_duration_seconds', 'histogram', 'Time from request to reply.', [
        ...BUCKETS.map((bound, index) => `http_request_duration_seconds_bucket{le="${bound}"} ${this.#buckets[index]}`),
        `http_request_duration_seconds_bucket{le="+Inf"} ${this.#count}`,
        `http_request_duration_seconds_sum ${this.#seconds}`,
        `http_request_duration_seconds_count ${this.#count}`,
      ]),
      ...family('graphql_operations_total', 'counter', 'GraphQL operations answered.', [
        `graphql_operations_total{outcome="ok"} ${this.#operations.ok}`,
        `graphql_operations_total{outcome="error"} ${this.#operations.error}`,
      ]),
      ...family('projections_total', 'counter', 'Projections asked for.', [
        `projections_total{source="engine"} ${this.projections.computed}`,
        `projections_total{source="kept"} ${this.projections.reused}`,
      ]),
      ...family('process_resident_memory_bytes', 'gauge', 'Resident memory.', [`process_resident_memory_bytes ${memory.rss}`]),
      ...family('process_start_time_seconds', 'gauge', 'Start of the server, seconds since 1970.', [
        `process_start_time_seconds ${this.startedAt / 1000}`,
      ]),
    ].join('\n')}\n`;
  }
}
