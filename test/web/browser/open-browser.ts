import chromium from '@sparticuz/chromium';
import { chromium as launcher, type Browser } from 'playwright-core';

/** One process for everything would take the browser down with the first page that is closed. */
const UNWANTED = ['--single-process', '--no-zygote'];

/** A real Chromium, the one that npm brings. */
export async function openBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !UNWANTED.includes(argument)),
  });
}
