import { Problem, type Language } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import type { UserError } from '../types/user-error.js';

/** What a mutation tells of an error that its sender can mend; any other error is thrown on. */
export function toUserErrors(error: unknown, language: Language): UserError[] {
  const problems = error instanceof Problems ? error.problems : error instanceof Problem ? [error] : [];
  if (!problems.length) throw error;
  return problems.map((problem) => ({
    field: problem.path.length ? [...problem.path] : null,
    code: problem.code,
    message: problem.text(language),
  }));
}

/** Does the work of a mutation, or answers with what its sender can mend, each field within the input. */
export async function mend<Payload>(
  language: Language,
  work: () => Promise<Payload>,
  refused: (userErrors: UserError[]) => Payload,
): Promise<Payload> {
  try {
    return await work();
  } catch (error) {
    return refused(toUserErrors(error, language).map((wrong) => ({ ...wrong, field: wrong.field && ['input', ...wrong.field] })));
  }
}
