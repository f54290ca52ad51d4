import { closeBrowsers } from './chromium';

/** At the end of each file its browsers end. */
afterAll(closeBrowsers);
