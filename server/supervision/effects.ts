import type { Kysely } from 'kysely';
import type { Database } from '../store/database.js';
import { settleCriterion } from './eligibility/settle-criterion.js';
import type { Values } from './register/register.js';

/** What else changes when an entry is written or removed, in the same transaction: told the values before and after. */
export type Effect = (db: Kysely<Database>, values: Values) => Promise<void>;

/** By the register's name. */
export const EFFECTS: Readonly<Record<string, Effect>> = { eligibilityJudgment: settleCriterion };
