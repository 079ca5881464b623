import { spawnSync } from 'node:child_process';
import { allocation } from './allocation.js';
import { engine } from './engine.js';
import { http } from './http.js';
import { intake } from './intake.js';
import { machine } from './measure.js';
import { page } from './page.js';
import { scale } from './scale.js';
import { squiggle } from './squiggle.js';
import { tableOf, type Section } from './table.js';

/**
 * `npm run bench [-- engine squiggle …]`: what the product does in a time, beside named alternatives, in one run on one
 * machine, each held against the number that is wanted. All of it takes some six minutes; Markdown goes to the output.
 */
const SECTIONS: readonly Section[] = [engine, squiggle, allocation, scale, http, intake, page];

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !SECTIONS.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(`no part of the bench is called ${unknown.join(', ')}; there are ${SECTIONS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const built = spawnSync(process.execPath, ['server/commands/build.ts'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}`);
for (const { name, title, measure } of SECTIONS) {
  if (asked.length === 0 || asked.includes(name)) console.log(tableOf(title, await measure()));
}
console.log(`\n${Math.round(performance.now() / 1000)} s, load at the end: ${machine().split('load ')[1]!}`);
