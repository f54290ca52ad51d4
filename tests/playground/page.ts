/** The page that the playground serves: the notes come with it, and all that is written stays in it. */
import '../simulator/page';
import type { BootOptions } from '../simulator/load-plugin';
import { LUCIDE } from '../simulator/look/lucide';
import { Playground } from './restart';

const page = window as unknown as { playground: Playground };

async function open(): Promise<void> {
  const vault = JSON.parse(document.getElementById('data')?.textContent ?? '') as BootOptions;
  page.playground = new Playground({ ...vault, icons: LUCIDE, language: languageHere() });
  await page.playground.start();
}

function languageHere(): string {
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

open().catch((error: unknown) => {
  document.body.textContent = `The playground did not start: ${String(error)}`;
});
