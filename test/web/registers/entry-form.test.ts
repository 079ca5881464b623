import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../web/downloads/csv.js';
import { faultsOf, formOf, readForm } from '../../../web/registers/entry-form.js';
import { entryText, titleText } from '../../../web/registers/entry-text.js';
import { createFormat } from '../../../web/i18n/format.js';
import type { Entry, Register, RegisterField } from '../../../web/registers/operations.js';

const field = (name: string, kind: string, more: Partial<RegisterField> = {}): RegisterField => ({
  name,
  kind,
  label: name,
  note: null,
  required: false,
  choices: [],
  register: null,
  ...more,
});
const register: Register = {
  name: 'payment',
  plural: 'payments',
  typeName: 'Payment',
  ruledBy: null,
  group: 'RECEIPTS',
  groupLabel: '收入到账保障',
  label: '应收款',
  purpose: '',
  title: 'payer',
  fields: [
    field('payer', 'text'),
    field('village', 'village'),
    field('amount', 'amount'),
    field('share', 'share'),
    field('met', 'flag'),
    field('kind', 'choice', { choices: [{ code: 'A', label: '甲' }] }),
    field('duty', 'entry', { register: 'duty' }),
    field('documents', 'documents'),
  ],
};
const entry = {
  id: '1',
  revision: 3,
  updatedAt: '2020-06-01T00:00:00Z',
  updatedBy: null,
  payer: '德康公司',
  village: { code: '451026100201', name: '永宁村' },
  amount: 12_345.6,
  share: 0.075,
  met: true,
  kind: 'A',
  duty: { id: 'd1', title: { code: '451026100', name: '城厢镇' } },
  documents: [{ id: 'f1', name: '纪要.pdf' }],
} satisfies Entry;
const format = createFormat('zh-CN', 'yuan');
const notANumber = (typed: string) => `“${typed}”不是数`;

describe('the form of an entry', () => {
  it('reads back what it shows', () => {
    const form = formOf(register, entry);
    expect(form).toMatchObject({ amount: '12345.6', share: '7.5', village: '451026100201', duty: 'd1', met: true });
    expect(readForm(register, form, notANumber)).toEqual({
      fields: {
        payer: '德康公司',
        village: '451026100201',
        amount: 12_345.6,
        share: 0.075,
        met: true,
        kind: 'A',
        duty: 'd1',
        documents: ['f1'],
      },
      faults: new Map(),
    });
  });

  it('takes money as people write it, and tells of its field what is no number', () => {
    const typed = (amount: string) => readForm(register, { ...formOf(register, undefined), amount }, notANumber);
    expect(typed('1,234.5').fields['amount']).toBe(1234.5);
    expect(typed('3.5万').fields['amount']).toBe(35_000);
    expect(typed('\uff15\uff10\uff10\uff10').fields['amount']).toBe(5_000);
    expect(typed('').fields['amount']).toBeNull();
    expect(typed('很多').faults).toEqual(new Map([['amount', '“很多”不是数']]));
  });

  it('puts refusals beside the field they are about, others on top', () => {
    expect(
      faultsOf([
        { field: ['input', 'amount'], message: '太大' },
        { field: ['input', 'revision'], message: '已被别人改过' },
        { field: null, message: '没有写入' },
      ]),
    ).toEqual(
      new Map([
        ['amount', '太大'],
        ['', '已被别人改过 没有写入'],
      ]),
    );
  });
});

describe('an entry in words', () => {
  it('says places, choices and documents by name', () => {
    const text = (name: string) =>
      entryText(
        register.fields.find((one) => one.name === name)!,
        entry[name as keyof typeof entry],
        format,
      );
    expect(['village', 'amount', 'share', 'kind', 'duty', 'documents'].map(text)).toEqual([
      '永宁村',
      '12,346 元',
      '7.5%',
      '甲',
      '城厢镇',
      '纪要.pdf',
    ]);
    expect(entryText(register.fields[2]!, null, format)).toBe('');
    expect(titleText(null)).toBe('–');
  });
});

describe('CSV', () => {
  it('is read by a Chinese Excel, keeps commas and quotes, and runs no formula', () => {
    expect(
      csvOf([
        ['村', '说明'],
        ['永宁村', '=1+1'],
        ['a"b', 'x,y\nz'],
      ]),
    ).toBe('\ufeff村,说明\r\n永宁村,\'=1+1\r\n"a""b","x,y\nz"\r\n');
  });
});
