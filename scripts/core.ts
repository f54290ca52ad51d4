/** The parts of the core that the scripts use. */
export { parseYaml } from '../src/cli/parse-yaml.mts';
export { TRANSLATIONS } from '../src/core/i18n';
export { en } from '../src/core/i18n/en';
export { missingTexts } from '../src/core/i18n/translation';
export { parseNote } from '../src/core/markdown/note';
export { DETECT_DEFAULTS, detect } from '../src/core/omnivore/detect';
export { SIGNALS, THRESHOLD, weigh } from '../src/core/omnivore/match-template';
export { seenIn } from '../src/core/omnivore/seen-note';
export { plan } from '../src/core/repairs/plan';
export { applyEdits } from '../src/core/text/edits';
export { LAWS, planCase } from '../tests/laws';
export { plannerFor } from '../tests/planner-for';
export { exportFilesOf, makeLibrary } from '../tests/core/export/generate-export';
export { zipOf } from '../tests/core/export/zip-of';
