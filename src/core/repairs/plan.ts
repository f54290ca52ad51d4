import { composeEdits } from '../text/compose-edits';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import { atOnce, isLong, type Steps } from '../text/steps';
import { parseNote, type Note } from '../markdown/note';
import { hasOtherFrontMatter } from '../markdown/front-matter/other-formats';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { detect, detectSteps, type Detection, type DetectOptions } from '../omnivore/detect';
import type { Agreed } from './conflicts';
import { ALL_REPAIRS, type RepairId, type Repairs } from './index';
import { withLinksKept } from './kept-links';
import { imagesInOwnNote } from './proxied-images/repair';
import { withValuesKept } from './with-values-kept';
import { changeKeys, separateSkipped, type KeyOf, type SkippedChanges } from './skipped-changes';
import type { Repair } from './define-repair';
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
  /** What would be changed if the user had not unchecked it; see `Planner.skips`. */
  readonly skipped: readonly RepairFinding[];
}

/**
 * Finds what the user asked to change in an article of the note at a path. `index` is the article's place among
 * those of the note.
 */
export type Change = (
  subject: Subject,
  place: { readonly path: string; readonly index: number },
) => readonly Finding[];

/** What a plan needs in addition to the text. */
export interface Planner {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
  readonly repairs: Repairs;
  /** A change that the user asked for in addition to repairs, or instead of them. Its findings have no repair id. */
  readonly change?: Change;
  /** Also unproxy images, and nothing else, in notes that are not saved articles; off by default. */
  readonly ownNotes?: boolean;
  /** Changes not to make. */
  readonly skips?: SkippedChanges;
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
  return atOnce(planSteps(text, path, planner, vaultDayFirst));
}

/** Works like `plan`, in steps. */
export function* planSteps(
  text: string,
  path: string,
  planner: Planner,
  vaultDayFirst: boolean | null,
): Steps<Plan> {
  const first = yield* analyze(text, path, planner, FIRST_PASS, vaultDayFirst);
  if (first.detection.kind !== 'saved' && planner.ownNotes) return planOwnNote(text, path, planner);
  const second =
    first.edits.length > 0
      ? yield* analyze(first.after, path, planner, passAfter(first.edits), vaultDayFirst)
      : null;
  const { detection } = first;
  const rest = second ?? (yield* findAll(first.note, first.subjects, path, planner, SECOND_PASS));
  if (isLong(text)) yield;
  const edits = second ? composeEdits(text, first.edits, second.edits) : rest.edits;
  const findings = joined(first.findings, rest.findings);
  const skipped = joined(first.skipped, rest.skipped);
  return { detection, after: rest.after, findings, edits, undo: invertEdits(text, edits), skipped };
}

function joined<T>(first: readonly T[], rest: readonly T[]): readonly T[] {
  return first.length === 0 ? rest : [...first, ...rest];
}

/** Plans a note that is not a saved article: unproxies images of Omnivore's dead proxies, and nothing else. */
function planOwnNote(text: string, path: string, planner: Planner): Plan {
  const note = parseNote(text, planner.parseYaml);
  const found = imagesInOwnNote(note).map((finding) => ofRepair(finding, 'proxied-images'));
  const resolve = (wanted: readonly RepairFinding[]): Agreed =>
    withValuesKept(note, wanted, planner.parseYaml);
  const { findings, edits, skipped } = withoutSkipped(found, resolve, path, planner, SECOND_PASS);
  const after = edits.length === 0 ? text : applyEdits(text, edits);
  const undo = invertEdits(text, edits);
  return { detection: { kind: 'other' }, after, findings, edits, undo, skipped };
}

/** Findings, their edits, and the text after them. */
interface PlannedFindings {
  readonly findings: readonly RepairFinding[];
  readonly skipped: readonly RepairFinding[];
  readonly edits: Edits;
  readonly after: string;
}

/** The repairs that read a text, and how its findings are named. */
interface Pass {
  readonly ids: readonly RepairId[];
  readonly keyOf: KeyOf;
}

interface Analysis extends PlannedFindings {
  readonly note: Note;
  readonly detection: Detection;
  readonly subjects: readonly Subject[];
}

/** The repairs that run before the others, which then see their result. */
export const FIRST_REPAIRS = idsOf(({ runsFirst = false }) => runsFirst);
const THEN = idsOf(({ runsFirst = false }) => !runsFirst);
/** Only repairs of the second pass, so that invalid YAML is reported once. */
const READING_FRONT_MATTER = idsOf(
  ({ touches, runsFirst = false }) => touches.includes('front-matter') && !runsFirst,
);

const FIRST_PASS: Pass = { ids: FIRST_REPAIRS, keyOf: ({ repair }) => repair ?? '' };
const SECOND_PASS: Pass = passAfter([]);

function passAfter(first: Edits): Pass {
  return { ids: THEN, keyOf: changeKeys(first) };
}

function idsOf(isWanted: (repair: Repair) => boolean): readonly RepairId[] {
  return ALL_REPAIRS.filter(isWanted).map(({ id }) => id);
}

function* analyze(
  text: string,
  path: string,
  planner: Planner,
  pass: Pass,
  vaultDayFirst: boolean | null,
): Steps<Analysis> {
  const note = parseNote(text, planner.parseYaml);
  const detection = yield* detectSteps(note, path, planner.detect);
  const subjects: Subject[] = [];
  if (detection.kind === 'saved') {
    const { articles, template } = detection;
    for (const article of articles) subjects.push({ note, article, template, vaultDayFirst });
  }
  const { findings, skipped, edits, after } = yield* findAll(note, subjects, path, planner, pass);
  return { note, detection, subjects, findings, skipped, edits, after };
}

/** Reports unreadable front matter once per note, if a repair would have read it. */
function unreadFrontMatter(
  subjects: readonly Subject[],
  repairs: Repairs,
  ids: readonly RepairId[],
): RepairFinding | null {
  const note = subjects[0]?.note;
  const reason = note ? whyUnread(note) : null;
  if (!reason || !READING_FRONT_MATTER.some((id) => repairs[id] && ids.includes(id))) return null;
  const from = note?.frontMatter?.from ?? 0;
  return { repair: null, from, to: from, before: '', after: '', edits: [], unresolved: reason };
}

function whyUnread({ text, frontMatter }: Note): UnresolvedReason | null {
  if (frontMatter && !frontMatter.valid) return 'unsound-front-matter';
  return hasOtherFrontMatter(text, frontMatter) ? 'other-front-matter' : null;
}

function* findAll(
  note: Note,
  subjects: readonly Subject[],
  path: string,
  planner: Planner,
  pass: Pass,
): Steps<PlannedFindings> {
  const { text } = note;
  const { repairs, parseYaml } = planner;
  const { ids } = pass;
  const found: RepairFinding[] = [];
  const unread = unreadFrontMatter(subjects, repairs, ids);
  if (unread) found.push(unread);
  for (const [index, subject] of subjects.entries()) {
    for (const id of ids) {
      const repair = repairs[id];
      if (!repair) continue;
      const result = repair(subject);
      const findings = 'next' in result ? yield* result : result;
      for (const finding of findings) found.push(ofRepair(finding, id));
      if (isLong(text)) yield;
    }
    const changes = ids === THEN ? planner.change?.(subject, { path, index }) : null;
    for (const finding of changes ?? []) found.push({ ...finding, repair: null });
  }
  if (found.length === 0) return { findings: found, skipped: NO_FINDINGS, edits: [], after: text };
  const resolve = (wanted: readonly RepairFinding[]): Agreed =>
    withLinksKept(text, subjects, withValuesKept(note, wanted, parseYaml), (after) =>
      detect(parseNote(after, parseYaml), path, planner.detect),
    );
  const { findings, edits, skipped } = withoutSkipped(found, resolve, path, planner, pass);
  if (isLong(text)) yield;
  return { findings, skipped, edits, after: edits.length === 0 ? text : applyEdits(text, edits) };
}

/** Resolves findings without those that the user does not want. All checks are made for the others alone. */
function withoutSkipped(
  found: readonly RepairFinding[],
  resolve: (wanted: readonly RepairFinding[]) => Agreed,
  path: string,
  { skips }: Planner,
  { keyOf }: Pass,
): Agreed & Pick<PlannedFindings, 'skipped'> {
  const all = resolve(found);
  const unwanted = skips?.get(path);
  if (!unwanted || unwanted.size === 0) return { ...all, skipped: NO_FINDINGS };
  const { kept, skipped } = separateSkipped(all.findings, keyOf, unwanted);
  return skipped.length === 0 ? { ...all, skipped } : { ...resolve(kept), skipped };
}

const NO_FINDINGS: readonly RepairFinding[] = [];

/** Adds the repair's id. Lists the fields, because a spread would take longer than finding it. */
function ofRepair(
  { from, to, before, after, edits, unresolved }: Finding,
  repair: RepairId,
): RepairFinding {
  return unresolved
    ? { repair, from, to, before, after, edits, unresolved }
    : { repair, from, to, before, after, edits };
}
