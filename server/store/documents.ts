import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { readInChunks } from './chunks.js';
import type { Database, DocumentTable } from './database.js';

/** A document without its content. */
export type DocumentSummary = Omit<Selectable<DocumentTable>, 'content'>;

const SUMMARY = ['id', 'name', 'media_type', 'size', 'stored_at', 'stored_by'] as const;

/** The documents of these ids that exist. */
export const readDocuments = (db: Kysely<Database>, ids: readonly string[]): Promise<DocumentSummary[]> =>
  readInChunks([...new Set(ids)].sort(), (chunk) => db.selectFrom('documents').select(SUMMARY).where('id', 'in', chunk).execute());

/** A document with its content. */
export const findDocument = (db: Kysely<Database>, id: string): Promise<Selectable<DocumentTable> | undefined> =>
  db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();

/** A document to be stored. */
export interface NewDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly by: string | null;
  readonly at: Date;
}

/** Stores a document. */
export async function storeDocument(db: Kysely<Database>, { name, mediaType, content, by, at }: NewDocument): Promise<DocumentSummary> {
  const row = {
    id: randomUUID(),
    name,
    media_type: mediaType,
    size: content.length,
    content,
    stored_at: at.toISOString(),
    stored_by: by,
  };
  await db.insertInto('documents').values(row).execute();
  const { content: _content, ...summary } = row;
  return summary;
}
