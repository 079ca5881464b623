/** `npm run bench [-- --large]`: what this engine does in a time, beside named alternatives, in one run on one machine. */
import { engineRows, scaleRows } from './engine.js';
import { httpRows, pageRows } from './http.js';
import { machine, print } from './measure.js';

console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}`);
print('Engine', await engineRows());
print('Scale, 3 years × 10,000 trials', await scaleRows(process.argv.includes('--large') ? [1, 10, 100] : [1, 10]));
print('Over HTTP', await httpRows());
print('Page', pageRows());
