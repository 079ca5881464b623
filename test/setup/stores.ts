import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StorePlace } from '../../server/store/store.js';

/** Where one of the two databases can be opened, and how to be rid of it. */
export interface TestPlace {
  readonly where: StorePlace;
  remove(): Promise<void>;
}

async function sqlitePlace(): Promise<TestPlace> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'planner-store-'));
  return { where: { dataDirectory }, remove: () => rm(dataDirectory, { recursive: true }) };
}

async function postgresPlace(): Promise<TestPlace> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = inject('postgresUrl');
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: `${url}/postgres` });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  return { where: { databaseUrl: `${url}/${name}` }, remove: () => run(`drop database ${name} with (force)`) };
}

const PLACES = { sqlite: sqlitePlace, postgres: postgresPlace } as const;

type Tests = (newPlace: () => Promise<TestPlace>, newStore: () => Promise<Store>) => void;

function testsOn(makePlace: () => Promise<TestPlace>, tests: Tests): void {
  const newPlace = async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    return place;
  };
  const newStore = async () => {
    const { where } = await newPlace();
    const store = await openStore(where);
    onTestFinished(() => store.close());
    return store;
  };
  tests(newPlace, newStore);
}

/** Runs tests once on a real SQLite file and once on a real PostgreSQL. */
export function describeOnBoth(name: string, tests: Tests): void {
  describe.each(Object.entries(PLACES))(`${name} on %s`, (_, makePlace) => {
    testsOn(makePlace, tests);
  });
}

/** Runs tests of what only a PostgreSQL can do. */
export function describeOnPostgres(name: string, tests: Tests): void {
  describe(`${name} on postgres`, () => {
    testsOn(postgresPlace, tests);
  });
}
