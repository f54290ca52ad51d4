import { chain } from '../text/chain';
import { compose, invert, splice, type Edits, type TextEdit } from '../text/edit';
import { readNote } from '../note/note';
import type { YamlParser } from '../note/yaml';
import { recognise, type Detection, type RecogniseOptions } from '../omnivore/recognise';
import { REPAIR_IDS, type Repairs } from './index';
import { imagesInOwnNote } from './proxied-images';
import type { Finding, RepairId, Subject } from './repair';

/** A finding, and whose it is. */
export interface RepairFinding extends Finding {
  readonly repair: RepairId;
}

/** What would become of a note. */
export interface Plan {
  readonly detection: Detection;
  /** Equal to the text before where nothing is to be done. */
  readonly after: string;
  readonly findings: readonly RepairFinding[];
  /** From the text before to the one after. */
  readonly edits: Edits;
  /** From the text after back to the one before. */
  readonly undo: Edits;
}

/** What a plan needs beside the text. */
export interface Planner {
  readonly parseYaml: YamlParser;
  readonly recognise: RecogniseOptions;
  readonly repairs: Repairs;
  /** Also unproxy images, and nothing else, in notes that are not saved articles; off by default. */
  readonly ownNotes?: boolean;
}

/**
 * Plans the repair of a note; changes nothing. Escaping hides everything else, so it is undone first, and the other repairs look at
 * the text that comes of it; their findings' offsets are of that text.
 */
export function plan(text: string, path: string, planner: Planner): Plan {
  const first = look(text, path, planner, FIRST);
  if (first.detection.kind !== 'saved' && planner.ownNotes) return planOwnNote(text, planner);
  const second = first.edits.length > 0 ? look(first.after, path, planner, THEN) : null;
  const { detection } = first;
  const rest = second ?? findAll(text, first.subjects, planner.repairs, THEN);
  const edits = second ? chain(text, first.edits, second.edits) : rest.edits;
  const findings =
    first.findings.length === 0 ? rest.findings : [...first.findings, ...rest.findings];
  return { detection, after: rest.after, findings, edits, undo: invert(text, edits) };
}

/** Plans a note of the user's own: images behind Omnivore's dead proxies are all that is looked for. */
function planOwnNote(text: string, { parseYaml }: Planner): Plan {
  const found = imagesInOwnNote(readNote(text, parseYaml));
  const findings = found.map((finding) => ofRepair(finding, 'proxied-images'));
  const { edits } = compose(found.flatMap((finding) => finding.edits));
  const after = edits.length === 0 ? text : splice(text, edits);
  return { detection: { kind: 'other' }, after, findings, edits, undo: invert(text, edits) };
}

/** What was found, and what would come of it. */
interface Found {
  readonly findings: readonly RepairFinding[];
  readonly edits: Edits;
  readonly after: string;
}

interface Look extends Found {
  readonly detection: Detection;
  readonly subjects: readonly Subject[];
}

const FIRST: readonly RepairId[] = ['escaped-text'];
const THEN: readonly RepairId[] = REPAIR_IDS.filter((id) => !FIRST.includes(id));

const READING_FRONT_MATTER: readonly RepairId[] = ['draft-flag', 'dates', 'proxied-images'];

function look(text: string, path: string, planner: Planner, ids: readonly RepairId[]): Look {
  const note = readNote(text, planner.parseYaml);
  const detection = recognise(note, path, planner.recognise);
  const subjects =
    detection.kind === 'saved'
      ? detection.articles.map((article) => ({ note, article, dialect: detection.dialect }))
      : [];
  const { findings, edits, after } = findAll(text, subjects, planner.repairs, ids);
  return { detection, subjects, findings, edits, after };
}

/** Said once a note, by the first repair that would have looked there. */
function leaveUnsound(
  subjects: readonly Subject[],
  repairs: Repairs,
  ids: readonly RepairId[],
): RepairFinding | null {
  const frontMatter = subjects[0]?.note.frontMatter;
  if (!frontMatter || frontMatter.sound) return null;
  const repair = READING_FRONT_MATTER.find((id) => repairs[id] && ids.includes(id));
  if (!repair) return null;
  const { from } = frontMatter;
  return { repair, from, to: from, was: '', will: '', edits: [], left: 'unsound-front-matter' };
}

function findAll(
  text: string,
  subjects: readonly Subject[],
  repairs: Repairs,
  ids: readonly RepairId[],
): Found {
  const findings: RepairFinding[] = [];
  const wanted: TextEdit[] = [];
  const unsound = leaveUnsound(subjects, repairs, ids);
  if (unsound) findings.push(unsound);
  for (const subject of subjects) {
    for (const id of ids) {
      const repair = repairs[id];
      if (!repair) continue;
      for (const finding of repair(subject)) {
        findings.push(ofRepair(finding, id));
        for (const edit of finding.edits) wanted.push(edit);
      }
    }
  }
  const { edits } = compose(wanted);
  return { findings, edits, after: edits.length === 0 ? text : splice(text, edits) };
}

/** Written out: a spread of the finding would cost more than finding it. */
function ofRepair({ from, to, was, will, edits, left }: Finding, repair: RepairId): RepairFinding {
  return left
    ? { repair, from, to, was, will, edits, left }
    : { repair, from, to, was, will, edits };
}
