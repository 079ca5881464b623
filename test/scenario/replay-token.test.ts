import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../server/base/hashing.js';
import { readReplayToken, writeReplayToken, type Provenance } from '../../server/scenario/replay-token.js';
import { toScenario } from '../../server/scenario/to-scenario.js';
import { PRODUCT_DEFAULTS, toWorkspaceDefaults } from '../../server/scenario/workspace-defaults.js';
import { known } from './known.js';

const provenance: Provenance = {
  spec: {
    name: '试算 “甲”',
    scope: ['451026100'],
    asOf: '2020-05',
    growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5, year: 2020 }],
    target: { default: 60_000.01, overrides: [{ village: '451026100201', amount: 100_000 }] },
    options: [{ code: 'cocoon', mode: 'INDUSTRY', industry: 'SERICULTURE', park: 'NAPO-COCOON', start: '2020-10' }],
    policy: { flat: { amount: 500_000, option: 'cocoon', eligibleOnly: false } },
    assumptions: [{ name: 'priorCountySd', value: 1 / 3 }],
    reinvest: { share: 0.1, return: 0.05 },
  },
  defaults: toWorkspaceDefaults(
    new Map([
      ['trials', 500],
      ['option.delay', 7],
    ]),
  ),
  dataVersion: '0123456789abcdef',
  engineVersion: '1.0.0',
};

/** A token with another text, its check made anew. */
function forged(change: (text: string) => string): string {
  const text = change(
    inflateRawSync(Buffer.from(writeReplayToken(provenance), 'base64url'))
      .toString('utf8')
      .slice(16),
  );
  return deflateRawSync(contentHash(text).slice(0, 16) + text).toString('base64url');
}

describe('a replay token', () => {
  test('holds all that the numbers follow from', () => {
    const read = readReplayToken(writeReplayToken(provenance));
    expect(read).toEqual(provenance);
    const total = ({ spec, defaults }: Provenance) => toScenario(spec, { known, language: 'zh', defaults });
    expect(total(read)).toEqual(total(provenance));
  });

  test('is the same for the same scenario, however its fields were ordered and whatever was written as null', () => {
    const { policy, name, ...rest } = provenance.spec;
    const reordered = { ...provenance, spec: { horizon: null, ...rest, policy, parks: null, name } };
    expect(writeReplayToken(reordered)).toBe(writeReplayToken(provenance));
    expect(writeReplayToken({ ...provenance, dataVersion: 'fedcba9876543210' })).not.toBe(writeReplayToken(provenance));
  });

  test('is short, and made of characters that a link may hold', () => {
    const token = writeReplayToken({ ...provenance, spec: {}, defaults: PRODUCT_DEFAULTS });
    expect(token).toMatch(/^[\w-]{100,1000}$/);
  });

  test.each([
    ['nothing', ''],
    ['words', '不是令牌'],
    ['no deflated text', 'abcdefgh'],
    ['one that lost a character', writeReplayToken(provenance).slice(0, -3)],
    ['one with a character too many in the middle', writeReplayToken(provenance).replace(/^(.{60})/, '$1A')],
    ['one that is too long', 'A'.repeat(1_000_001)],
    ['one that unfolds without end', deflateRawSync('0'.repeat(5_000_000)).toString('base64url')],
    ['a field that a scenario has not', forged((text) => text.replace('"asOf"', '"asIf"'))],
    ['a list where a number belongs', forged((text) => text.replace('"amount":500000', '"amount":[]'))],
    ['a mode that is none', forged((text) => text.replace('"mode":"INDUSTRY"', '"mode":"MINING"'))],
    ['a month that is none', forged((text) => text.replace('2020-10', '2020-13'))],
    ['a required field left out', forged((text) => text.replace('"option":"cocoon"', '"option":null'))],
    ['a default out of its range', forged((text) => text.replace('"trials":500', '"trials":5e9'))],
    ['a default that is no number', forged((text) => text.replace('"trials":500', '"trials":"many"'))],
    ['no object', forged(() => '[]')],
    ['no JSON', forged((text) => text.slice(1))],
  ])('that is none is refused: %s', (_, token) => {
    expect(() => readReplayToken(token)).toThrow('this is no replayToken that a projection gave');
  });
});
