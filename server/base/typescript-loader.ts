import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What `node --import` takes so that a thread runs the sources as they are, like the program that starts it. */
export const TYPESCRIPT_LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
