import { findChromium, NO_CHROMIUM } from './chromium';

/** Ends the run before its first test where there is no browser to run it in. */
export default function needChromium(): void {
  process.env['TZ'] = 'UTC';
  if (!findChromium()) throw new Error(NO_CHROMIUM);
}
