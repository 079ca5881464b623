import { expect, test } from 'vitest';
import { findNotebookVersion, listNotebookVersions, nameNotebookVersion, readVersionSpecs } from '../../server/store/notebook-versions.js';
import {
  createNotebook,
  deleteFromBin,
  findNotebook,
  listNotebooks,
  saveNotebook,
  setInBin,
  type NewNotebook,
  type NotebookState,
} from '../../server/store/notebooks.js';
import { describeOnBoth } from '../setup/stores.js';

const at = (minute: number) => new Date(Date.UTC(2020, 5, 1, 8, minute));
const state = (spec: string, minute: number, title = '方案'): NotebookState => ({
  title,
  county: '451026',
  spec,
  editor: '王',
  at: at(minute),
});
const fresh = (id: string, minute = 0, title = '方案'): NewNotebook => ({
  ...state('"first"', minute, title),
  id,
  origin: '1357',
  creationHash: 'hash',
});

describeOnBoth('notebooks', (_, newStore) => {
  test('are saved as the next revision, and what they held stays', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    const saved = await saveNotebook(db, 'notebook-1', 1, state('"second"', 1, '新方案'));
    expect(saved).toMatchObject({ outcome: 'saved', savedRevision: 2, notebook: { revision: 2, title: '新方案', editor: '王' } });
    expect(await findNotebook(db, 'notebook-1')).toEqual({
      id: 'notebook-1',
      title: '新方案',
      county: '451026',
      origin: '1357',
      revision: 2,
      editor: '王',
      createdAt: at(0).toISOString(),
      updatedAt: at(1).toISOString(),
      deletedAt: null,
    });
    const keys = [1, 2, 3].map((revision) => ({ notebook: 'notebook-1', revision }));
    expect(await readVersionSpecs(db, keys)).toEqual(['"first"', '"second"', undefined]);
  });

  test('of two editors who start from the same revision only one writes, whoever comes first', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    const specs = ['"one"', '"two"', '"three"', '"four"'];
    const outcomes = await Promise.all(specs.map((spec) => saveNotebook(db, 'notebook-1', 1, state(spec, 1))));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'saved']);
    const winner = outcomes.findIndex(({ outcome }) => outcome === 'saved');
    expect(await readVersionSpecs(db, [{ notebook: 'notebook-1', revision: 2 }])).toEqual([specs[winner]]);
    expect((await findNotebook(db, 'notebook-1'))!.revision).toBe(2);
  });

  test('a save that is sent again writes nothing twice, also after others have saved', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    const send = () => saveNotebook(db, 'notebook-1', 1, state('"mine"', 1));
    await send();
    expect(await send()).toMatchObject({ outcome: 'saved', savedRevision: 2, notebook: { revision: 2 } });
    await saveNotebook(db, 'notebook-1', 2, state('"theirs"', 2));
    expect(await send()).toMatchObject({ outcome: 'saved', savedRevision: 2, notebook: { revision: 3 } });
    expect((await listNotebookVersions(db, 'notebook-1', { first: 10 })).totalCount).toBe(3);
  });

  test('a creation that is sent again creates nothing twice; another one with the same id is refused', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    await saveNotebook(db, 'notebook-1', 1, state('"second"', 1));
    expect(await createNotebook(db, fresh('notebook-1', 5))).toMatchObject({ revision: 2, createdAt: at(0).toISOString() });
    expect(await createNotebook(db, { ...fresh('notebook-1'), creationHash: 'other' })).toBeUndefined();
  });

  test('in the bin are not changed, come back as they were, and are deleted for good only from there', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    expect(await deleteFromBin(db, 'notebook-1')).toBe(false);
    await setInBin(db, 'notebook-1', at(1));
    expect(await setInBin(db, 'notebook-1', at(2))).toMatchObject({ deletedAt: at(1).toISOString() });
    expect(await saveNotebook(db, 'notebook-1', 1, state('"second"', 3))).toMatchObject({ outcome: 'in-bin' });
    expect(await setInBin(db, 'notebook-1', null)).toMatchObject({ deletedAt: null, revision: 1 });
    await setInBin(db, 'notebook-1', at(4));
    expect(await deleteFromBin(db, 'notebook-1')).toBe(true);
    expect(await findNotebook(db, 'notebook-1')).toBeUndefined();
    expect(await findNotebookVersion(db, 'notebook-1', 1)).toBeUndefined();
    expect(await saveNotebook(db, 'notebook-1', 1, state('"second"', 5))).toEqual({ outcome: 'unknown' });
    expect(await setInBin(db, 'notebook-1', null)).toBeUndefined();
  });

  test('are listed those changed last first, in pages, by part of a title or an editor', async () => {
    const { db } = await newStore();
    // Two of the same minute: the id decides.
    for (const [id, minute, title] of [
      ['notebook-a', 1, '比较 100%'],
      ['notebook-b', 2, '比较 1000'],
      ['notebook-c', 2, '趋势'],
    ] as const) {
      await createNotebook(db, fresh(id, minute, title));
    }
    const ids = async (query: Partial<Parameters<typeof listNotebooks>[1]>) => {
      const { notebooks, ...rest } = await listNotebooks(db, { bin: false, first: 10, ...query });
      return { ...rest, ids: notebooks.map(({ id }) => id) };
    };
    expect(await ids({})).toEqual({ totalCount: 3, hasNextPage: false, ids: ['notebook-c', 'notebook-b', 'notebook-a'] });
    expect(await ids({ first: 2 })).toEqual({ totalCount: 3, hasNextPage: true, ids: ['notebook-c', 'notebook-b'] });
    expect(await ids({ first: 2, after: { at: at(2).toISOString(), id: 'notebook-b' } })).toMatchObject({ ids: ['notebook-a'] });
    expect(await ids({ search: '100%' })).toMatchObject({ totalCount: 1, ids: ['notebook-a'] });
    expect(await ids({ search: ' 王 ' })).toMatchObject({ totalCount: 3 });
    await setInBin(db, 'notebook-a', at(9));
    expect(await ids({})).toMatchObject({ ids: ['notebook-c', 'notebook-b'] });
    expect(await ids({ bin: true })).toMatchObject({ totalCount: 1, ids: ['notebook-a'] });
  });

  test('versions are listed the newest first, take names and lose them', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1'));
    for (const revision of [1, 2, 3]) await saveNotebook(db, 'notebook-1', revision, state(`"${revision}"`, 0));
    expect(await nameNotebookVersion(db, 'notebook-1', 2, '会前')).toMatchObject({ revision: 2, name: '会前' });
    expect(await nameNotebookVersion(db, 'notebook-1', 9, '没有')).toBeUndefined();
    const page = await listNotebookVersions(db, 'notebook-1', { first: 2, before: 4 });
    expect(page).toMatchObject({ totalCount: 4, hasNextPage: true, versions: [{ revision: 3 }, { revision: 2, name: '会前' }] });
    expect(await nameNotebookVersion(db, 'notebook-1', 2, null)).toMatchObject({ name: null });
  });

  test('versions grow sparser when a notebook is saved, but for those with names', async () => {
    const { db } = await newStore();
    await createNotebook(db, fresh('notebook-1', 0));
    for (const revision of [1, 2, 3]) await saveNotebook(db, 'notebook-1', revision, state(`"${revision}"`, 0));
    await nameNotebookVersion(db, 'notebook-1', 2, '会前');
    const dayAfter = { ...state('"later"', 0), at: new Date(Date.UTC(2020, 5, 3)) };
    await saveNotebook(db, 'notebook-1', 4, dayAfter);
    const { versions } = await listNotebookVersions(db, 'notebook-1', { first: 10 });
    expect(versions.map(({ revision }) => revision)).toEqual([5, 4, 2]);
  });
});
