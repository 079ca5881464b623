import { expect, it } from 'vitest';
import { ApiFailure } from '../../../web/api/client.js';
import { failureText } from '../../../web/frame/failure-text.js';
import { en } from '../../../web/i18n/en.js';

it('tells a lost server from an answer that cannot be read, and leaves a refusal in the API’s own words', () => {
  const said = (failure: unknown) => failureText(failure, en.failure);
  expect(said(new ApiFailure('unreachable', 'fetch failed'))).toBe(en.failure.unreachable);
  expect(said(new ApiFailure('refused', 'No village has the code 4510', 'UNKNOWN_VILLAGE'))).toBe('No village has the code 4510');
  for (const failure of [new ApiFailure('broken', '<html>'), new TypeError('x is undefined')])
    expect(said(failure)).toBe(en.failure.broken);
});
