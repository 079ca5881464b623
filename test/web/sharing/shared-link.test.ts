import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkTo, sharedIn } from '../../../web/sharing/shared-link.js';

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 64 });

it('a link says what it fixes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('1357', 'plan-2021', 'a'),
      fc.option(fc.integer({ min: 1, max: 999_999 })),
      fc.option(hash),
      (notebook, revision, dataVersion) => {
        const link = { notebook, revision, dataVersion };
        expect(sharedIn(new URL(linkTo(link, 'http://planner.example:4000')))).toEqual(link);
      },
    ),
  );
});

it('an address without it opens the notebook to be edited', () => {
  expect(sharedIn(new URL('http://h/notebooks/plan'))).toBeUndefined();
  expect(sharedIn(new URL('http://h/?read=3'))).toBeUndefined();
});

it('what an address makes up is left out', () => {
  const read = (search: string) => sharedIn({ pathname: '/notebooks/plan', search });
  expect(read('?read=-1&data=<script>')).toEqual({ notebook: 'plan', revision: null, dataVersion: null });
  expect(read('?read=1e9&data=0000')).toEqual({ notebook: 'plan', revision: null, dataVersion: null });
  expect(read('?read=99999999999')).toEqual({ notebook: 'plan', revision: null, dataVersion: null });
});
