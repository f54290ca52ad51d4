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

/** A finding and its repair. The repair is null if the finding concerns all repairs that read that part of the note. */
export interface RepairFinding extends Finding {
  readonly repair: RepairId | null;
}

/** The planned changes to a note. */
export interface Plan {
  readonly detection: Detection;
  /** Equal to the text before if there is nothing to do. */
  readonly after: string;
  readonly findings: readonly RepairFinding[];
  /** From the text before to the one after. */
  readonly edits: Edits;
  /** From the text after back to the one before. */
  readonly undo: Edits;
}

/** What a plan needs in addition to the text. */
export interface Planner {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
  readonly repairs: Repairs;
  /** A change that the user asked for in addition to repairs, or instead of them. Its findings have no repair id. */
  readonly change?: Finder;
  /** Also unproxy images, and nothing else, in notes that are not saved articles; off by default. */
  readonly ownNotes?: boolean;
}

/**
 * Plans the repair of a note; changes nothing. Escaping hides everything else, so it is undone first. The other
 * repairs read the unescaped text, and the offsets of their findings refer to it. `vaultDayFirst` says whether
 * `03/04/2024` has the day first, as proved by the vault's other notes; null if they prove neither.
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

/** Plans a note that is not a saved article: unproxies images of Omnivore's dead proxies, and nothing else. */
function planOwnNote(text: string, { parseYaml }: Planner): Plan {
  const note = parseNote(text, parseYaml);
  const found = imagesInOwnNote(note).map((finding) => ofRepair(finding, 'proxied-images'));
  const { findings, edits } = withValuesKept(note, found, parseYaml);
  const after = edits.length === 0 ? text : applyEdits(text, edits);
  return { detection: { kind: 'other' }, after, findings, edits, undo: invertEdits(text, edits) };
}

/** Findings, their edits, and the text after them. */
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
/** Only repairs of the second pass, so that invalid YAML is reported once. */
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

/** Reports unreadable front matter once per note, if a repair would have read it. */
function unreadFrontMatter(
  subjects: readonly Subject[],
  repairs: Repairs,
  ids: readonly RepairId[],
): RepairFinding | null {
  const note = subjects[0]?.note;
  if (!note || !READING_FRONT_MATTER.some((id) => repairs[id] && ids.includes(id))) return null;
  const reason = whyUnread(note);
  if (!reason) return null;
  const from = note.frontMatter?.from ?? 0;
  return { repair: null, from, to: from, before: '', after: '', edits: [], left: reason };
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

/** The maximum number of front-matter findings to try one by one if they can't be applied together. */
const MAX_TRIED = 12;

/** Resolves conflicts, and removes the edits that would change the value of another property. */
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

/** Adds the repair's id. Lists the fields, because a spread would take longer than finding it. */
function ofRepair(
  { from, to, before, after, edits, left }: Finding,
  repair: RepairId,
): RepairFinding {
  return left
    ? { repair, from, to, before, after, edits, left }
    : { repair, from, to, before, after, edits };
}
