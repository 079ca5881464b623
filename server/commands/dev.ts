/** Runs the API with restart on change and the notebook's development server side by side; one stops the other. */
import { spawn } from 'node:child_process';

const commands: readonly (readonly [string, string[]])[] = [
  ['tsx', ['watch', 'server/main.ts']],
  ['vite', []],
];
const running = commands.map(([command, words]) => spawn(command, words, { stdio: 'inherit', shell: process.platform === 'win32' }));
const stop = () => running.forEach((child) => child.kill());
running.forEach((child) => child.on('exit', stop));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
