import { readFileSync, writeFileSync } from 'node:fs';
import { createSchema, printedSchema } from '../graphql/schema.js';

/**
 * Writes schema.graphql from the code; with --check it writes nothing and fails where the file differs.
 * Usage: tsx server/commands/schema.ts [--check]
 */
const FILE = 'schema.graphql';
const text = printedSchema(createSchema());

if (process.argv.includes('--check')) {
  const lines = text.split('\n');
  const stored = readFileSync(FILE, 'utf8').split('\n');
  const line = lines.findIndex((content, index) => content !== stored[index]);
  if (line >= 0 || lines.length !== stored.length) {
    const at = line >= 0 ? line : lines.length;
    console.error(`${FILE}:${at + 1} differs from the code`);
    console.error(`  file: ${stored[at] ?? '(end)'}`);
    console.error(`  code: ${lines[at] ?? '(end)'}`);
    console.error('run: tsx server/commands/schema.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, text);
}
