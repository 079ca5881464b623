import type { Request } from './client.js';

/**
 * A question that takes long, so that the server works on it as a job. Its query is the mutation that starts the job, as
 * `mutation ($…, $idempotencyKey: String) { start: startProjection(…, idempotencyKey: $idempotencyKey) { job { id } userErrors { code message } } }`;
 * the answer is what is read of the job once it is completed.
 */
export interface JobRequest<Answer> extends Request<Answer> {
  /** Reads a completed job: `query ($id: ID!, …) { job(id: $id) { projection { … } } }`. */
  result(id: string): Request<{ readonly job: Answer | null }>;
}

export const isJobRequest = <Answer>(request: Request<Answer>): request is JobRequest<Answer> => 'result' in request;

/** A question that the API takes as a field of its own, and as a job. */
export interface Question {
  /** The field of the query, and of the job, as `comparison`; the mutation is `startComparison`. */
  readonly name: string;
  /** The GraphQL types of the variables, as `{ year: 'Int' }`; each is a field of the mutation's input. */
  readonly types: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is read of the answer, as `{ year trials }`. */
  readonly answer: string;
}

/** Asks such a question by a job. */
export function jobRequest<Answer>({ name, types, variables, answer }: Question): JobRequest<Answer> {
  const capital = name[0]!.toUpperCase() + name.slice(1);
  const names = Object.keys(types);
  const declared = names.map((variable) => `$${variable}: ${types[variable]}`).join(', ');
  const given = names.map((variable) => `${variable}: $${variable}`).join(', ');
  return {
    query: `mutation Start${capital}(${declared}, $idempotencyKey: String) {
      start: start${capital}(input: { ${given}, idempotencyKey: $idempotencyKey }) { job { id } userErrors { code message field } }
    }`,
    variables,
    result: (id) => ({ query: `query ${capital}($id: ID!) { job(id: $id) { ${name} ${answer} } }`, variables: { id } }),
  };
}
