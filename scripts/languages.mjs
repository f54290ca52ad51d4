import { importTypeScript } from './bundle.mjs';

/** Lists the texts that each language lacks, which are shown in English: `npm run languages`. Never fails. */
const { TRANSLATIONS, en, missingTexts } = await importTypeScript('scripts/core.ts');
const all = missingTexts({}, en).length;
for (const [code, translation] of Object.entries(TRANSLATIONS)) {
  const missing = missingTexts(translation, en);
  console.log(`${code}: ${all - missing.length} of ${all} texts`);
  for (const path of missing) console.log(`  ${path}`);
}
