import { expect, test } from 'vitest';
import { fillDemonstration } from '../../server/intake/commit.js';
import { entriesOf } from '../../server/supervision/register/register-book.js';
import { fillDemonstrationRegisters } from '../../server/supervision/demonstration/fill-registers.js';
import { REGISTERS } from '../../server/supervision/registers/all-registers.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('the registers of the demonstration county', (_newPlace, newStore) => {
  test('show what each list is for, refer only to what is there, and are filled once', async () => {
    const store = await newStore();
    await fillDemonstration(store);
    await fillDemonstrationRegisters(store, new Date('2020-06-12T00:00:00Z'));
    const counts = new Map<string, number>();
    const ids = new Map<string, Set<string>>();
    for (const register of REGISTERS) {
      const entries = await entriesOf(store.db, register);
      counts.set(register.name, entries.length);
      ids.set(register.name, new Set(entries.map(({ id }) => id)));
      expect(ids.get(register.name)!.size).toBe(entries.length);
    }
    // Written by people's own decisions only: judgements of persons, and the stages of projects.
    const empty = [...counts].filter(([, count]) => count === 0).map(([name]) => name);
    expect(empty.sort()).toEqual(['cadreAppraisal', 'negativeItem', 'procedure', 'stageEvent']);
    expect(counts.get('modelCooperative')).toBe(10);
    const known = {
      village: new Set((await store.db.selectFrom('villages').select('code').execute()).map(({ code }) => code)),
      project: new Set((await store.db.selectFrom('projects').select('code').execute()).map(({ code }) => code)),
      park: new Set((await store.db.selectFrom('parks').select('code').execute()).map(({ code }) => code)),
    };
    for (const register of REGISTERS) {
      const entries = await entriesOf(store.db, register);
      for (const [name, field] of Object.entries(register.fields)) {
        const among = field.kind === 'entry' ? ids.get(field.register)! : known[field.kind as keyof typeof known];
        if (!among) continue;
        const strange = entries.map(({ values }) => values[name]).filter((value) => value !== null && !among.has(String(value)));
        expect([register.name, name, strange]).toEqual([register.name, name, []]);
      }
      const faults = entries.flatMap(({ values }) => register.check?.(values, (field) => register.fields[field]!.label) ?? []);
      expect(faults).toEqual([]);
    }
    await fillDemonstrationRegisters(store);
    expect((await entriesOf(store.db, REGISTERS[0]!)).length).toBe(counts.get(REGISTERS[0]!.name));
  });
});
