import { composeEdits } from '../text/compose-edits';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import { parseNote, type Note } from '../markdown/note';
import { hasOtherFrontMatter } from '../markdown/front-matter/other-formats';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { detect, type Detection, type DetectOptions } from '../omnivore/detect';
import { agree, asUnresolved, type Agreed } from './conflicts';
import { ALL_REPAIRS, type RepairId, type Repairs } from './index';
import { withArticlesKept } from './kept-articles';
import { keepsValues, rewritesSimply } from './kept-values';
import { imagesInOwnNote } from './proxied-images/repair';
import type { Finder, Repair } from './define-repair';
import type { Finding, UnresolvedReason, Subject } from './repair';

/** A finding, and whose it is; null where it concerns every repair that would have looked there. */
export interface RepairFinding extends Finding {
  readonly repair: RepairId | null;
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
  readonly detect: DetectOptions;
  readonly repairs: Repairs;
  /** A change that the user asked for beside or instead of repairs; its findings belong to no repair. */
  readonly change?: Finder;
  /** Also unproxy images, and nothing else, in notes that are not saved articles; off by default. */
  readonly ownNotes?: boolean;
}

/**
 * Plans the repair of a note; changes nothing. Escaping hides everything else, so it is undone first, and the other repairs look at
 * the text that comes of it; their findings' offsets are of that text. `vaultDayFirst`: whether the vault's other notes prove that
 * `03/04/2024` has the day first; null if they don't.
 */
export function plan(
  text: string,
  path: string,
  planner: Planner,
  vaultDayFirst: boolean | null = null,
): Plan {
  const first = analyze(text, path, planner, FIRST, vaultDayFirst);
  if (first.detection.kind !== 'saved' && planner.ownNotes) return planOwnNote(text, planner);
  const second =
    first.edits.length > 0 ? analyze(first.after, path, planner, THEN, vaultDayFirst) : null;
  const { detection } = first;
  const rest = second ?? findAll(first.note, first.subjects, path, planner, THEN);
  const edits = second ? composeEdits(text, first.edits, second.edits) : rest.edits;
  const findings =
    first.findings.length === 0 ? rest.findings : [...first.findings, ...rest.findings];
  return { detection, after: rest.after, findings, edits, undo: invertEdits(text, edits) };
}

/** Plans a note of the user's own: images behind Omnivore's dead proxies are all that is looked for. */
function planOwnNote(text: string, { parseYaml }: Planner): Plan {
  const note = parseNote(text, parseYaml);
  const found = imagesInOwnNote(note).map((finding) => ofRepair(finding, 'proxied-images'));
  const { findings, edits } = withValuesKept(note, found, parseYaml);
  const after = edits.length === 0 ? text : applyEdits(text, edits);
  return { detection: { kind: 'other' }, after, findings, edits, undo: invertEdits(text, edits) };
}

/** What was found, and what would come of it. */
interface Found {
  readonly findings: readonly RepairFinding[];
  readonly edits: Edits;
  readonly after: string;
}

interface Analysis extends Found {
  readonly note: Note;
  readonly detection: Detection;
  readonly subjects: readonly Subject[];
}

const FIRST = idsOf(({ runsFirst = false }) => runsFirst);
const THEN = idsOf(({ runsFirst = false }) => !runsFirst);
/** Only those of the second pass: invalid YAML is reported once. */
const READING_FRONT_MATTER = idsOf(
  ({ touches, runsFirst = false }) => touches.includes('front-matter') && !runsFirst,
);

function idsOf(isWanted: (repair: Repair) => boolean): readonly RepairId[] {
  return ALL_REPAIRS.filter(isWanted).map(({ id }) => id);
}

function analyze(
  text: string,
  path: string,
  planner: Planner,
  ids: readonly RepairId[],
  vaultDayFirst: boolean | null,
): Analysis {
  const note = parseNote(text, planner.parseYaml);
  const detection = detect(note, path, planner.detect);
  const subjects =
    detection.kind === 'saved'
      ? detection.articles.map((article) => ({
          note,
          article,
          template: detection.template,
          vaultDayFirst,
        }))
      : [];
  const { findings, edits, after } = findAll(note, subjects, path, planner, ids);
  return { note, detection, subjects, findings, edits, after };
}

/** Front matter that can't be read is reported once a note, if a repair would have looked there. */
function unreadFrontMatter(
  subjects: readonly Subject[],
  repairs: Repairs,
  ids: readonly RepairId[],
): RepairFinding | null {
  const note = subjects[0]?.note;
  if (!note || !READING_FRONT_MATTER.some((id) => repairs[id] && ids.includes(id))) return null;
  const left = whyUnread(note);
  if (!left) return null;
  const from = note.frontMatter?.from ?? 0;
  return { repair: null, from, to: from, before: '', after: '', edits: [], left };
}

function whyUnread({ text, frontMatter }: Note): UnresolvedReason | null {
  if (frontMatter) return frontMatter.valid ? null : 'unsound-front-matter';
  return hasOtherFrontMatter(text) ? 'other-front-matter' : null;
}

function findAll(
  note: Note,
  subjects: readonly Subject[],
  path: string,
  planner: Planner,
  ids: readonly RepairId[],
): Found {
  const { repairs, parseYaml } = planner;
  const found: RepairFinding[] = [];
  const unread = unreadFrontMatter(subjects, repairs, ids);
  if (unread) found.push(unread);
  for (const subject of subjects) {
    for (const id of ids) {
      const repair = repairs[id];
      if (!repair) continue;
      for (const finding of repair(subject)) found.push(ofRepair(finding, id));
    }
    const changes = ids === THEN ? planner.change?.(subject) : null;
    for (const finding of changes ?? []) found.push({ ...finding, repair: null });
  }
  const { text } = note;
  const agreed = withValuesKept(note, found, parseYaml);
  const { findings, edits } = withArticlesKept(text, subjects, agreed, (after) =>
    detect(parseNote(after, parseYaml), path, planner.detect),
  );
  return { findings, edits, after: edits.length === 0 ? text : applyEdits(text, edits) };
}

/** So many findings in a front matter are tried one by one where they can't be made together. */
const MAX_TRIED = 12;

/** The findings without conflicts, and without those that would change a property that they do not name. */
function withValuesKept(
  note: Note,
  found: readonly RepairFinding[],
  parseYaml: YamlParser,
): Agreed {
  const { text, frontMatter } = note;
  const agreed = agree(text, found);
  if (!frontMatter || agreed.edits.every(({ from }) => from >= frontMatter.end)) return agreed;
  const keeps = (edits: Edits): boolean => {
    const end = frontMatter.end;
    const inside = edits.filter(({ from }) => from < end);
    if (rewritesSimply(text, frontMatter, inside)) return true;
    const after = applyEdits(text.slice(0, end), inside);
    return keepsValues(frontMatter, readFrontMatter(after, parseYaml), inside);
  };
  if (keeps(agreed.edits)) return agreed;
  return tryOneByOne(text, agreed.findings, frontMatter.end, keeps);
}

function tryOneByOne(
  text: string,
  findings: readonly RepairFinding[],
  end: number,
  keeps: (edits: Edits) => boolean,
): Agreed {
  const kept: RepairFinding[] = [];
  let tried = 0;
  for (const finding of findings) {
    const isInside = finding.edits.some(({ from }) => from < end);
    const isKept =
      !isInside || (tried++ < MAX_TRIED && keeps(agree(text, [...kept, finding]).edits));
    kept.push(isKept ? finding : asUnresolved(text, finding, 'not-editable'));
  }
  return agree(text, kept);
}

/** Written out: a spread of the finding would cost more than finding it. */
function ofRepair(
  { from, to, before: was, after: will, edits, left }: Finding,
  repair: RepairId,
): RepairFinding {
  return left
    ? { repair, from, to, before: was, after: will, edits, left }
    : { repair, from, to, before: was, after: will, edits };
}
