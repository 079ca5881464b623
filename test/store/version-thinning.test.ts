import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionsToDrop, type KeptVersion } from '../../server/store/version-thinning.js';

const NOW = new Date('2020-06-15T12:00:00.000Z');
const version = (revision: number, secondsAgo: number, named = false): KeptVersion => ({
  revision,
  savedAt: new Date(NOW.getTime() - secondsAgo * 1000).toISOString(),
  named,
});

describe('versions grow sparser with age', () => {
  test('all of the last ten minutes, then the last of each minute, hour and day', () => {
    const minute = 60;
    const hour = 60 * minute;
    const day = 24 * hour;
    const versions = [
      version(1, 3 * day + 30),
      version(2, 3 * day),
      version(3, 2 * hour + 20 * minute),
      version(4, 2 * hour + 10 * minute),
      version(5, 30 * minute + 20),
      version(6, 30 * minute + 10),
      version(7, 9 * minute + 2),
      version(8, 9 * minute + 1),
      version(9, 0),
    ];
    // Half a minute after noon is the same day, ten past the same hour, ten seconds the minute before 11:30.
    expect(versionsToDrop(versions, NOW).toSorted()).toEqual([1, 3, 5]);
  });

  test('a name keeps a version for ever, and the present one is kept however old', () => {
    const old = 400 * 24 * 3600;
    expect(versionsToDrop([version(1, old + 2, true), version(2, old + 1), version(3, old)], NOW)).toEqual([]);
    expect(versionsToDrop([version(1, old + 2), version(2, old + 1), version(3, old)], NOW)).toEqual([1]);
  });

  test('a program that saves without end fills no disk', () => {
    const versions = Array.from({ length: 5000 }, (_, index) => version(index + 1, (5000 - index) / 10));
    expect(versions.length - versionsToDrop(versions, NOW).length).toBeLessThan(320);
  });

  test('what is dropped is never the newest nor named, and dropping is done with once', () => {
    const ages = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * 24 * 3600 }), fc.boolean()), { maxLength: 200 });
    fc.assert(
      fc.property(ages, (list) => {
        const versions = list.toSorted(([left], [right]) => right - left).map(([ago, named], index) => version(index + 1, ago, named));
        const dropped = new Set(versionsToDrop(versions, NOW));
        const left = versions.filter(({ revision }) => !dropped.has(revision));
        expect(dropped.has(versions.length)).toBe(false);
        expect(versions.filter(({ revision, named }) => named && dropped.has(revision))).toEqual([]);
        expect(versionsToDrop(left, NOW)).toEqual([]);
      }),
    );
  });
});
