import { userInfo } from 'node:os';
import { runImport } from './run-import.js';

const where = process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : { dataDirectory: process.env.DATA_DIR || '.data' };

/** Who runs the import, as the system knows them; nobody where it does not. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return '';
    throw error;
  }
}

process.exitCode = await runImport(process.argv.slice(2), {
  where,
  at: new Date(),
  by: systemUser(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
