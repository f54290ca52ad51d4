import { chain } from '../text/chain';
import { compose, invert, splice, type Edits } from '../text/edit';
import { readNote } from '../note/note';
import type { YamlParser } from '../note/yaml';
import { recognise, type Detection, type RecogniseOptions } from '../omnivore/recognise';
import type { Repairs } from './index';
import type { Finding, Repair, RepairId, Subject } from './repair';

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
}

/**
 * Plans the repair of a note; changes nothing. Escaping hides everything else, so it is undone first, and the other repairs look at
 * the text that comes of it; their findings' offsets are of that text.
 */
export function plan(text: string, path: string, planner: Planner): Plan {
  const { 'escaped-text': unescape, ...others } = planner.repairs;
  const first = look(text, path, planner, { 'escaped-text': unescape });
  const second = first.edits.length > 0 ? look(first.after, path, planner, others) : null;
  const { detection } = first;
  const rest = second ?? lookAgain(text, first, others);
  const edits = second ? chain(text, first.edits, second.edits) : rest.edits;
  const findings = [...first.findings, ...rest.findings];
  return { detection, after: rest.after, findings, edits, undo: invert(text, edits) };
}

interface Look {
  readonly detection: Detection;
  readonly subjects: readonly Subject[];
  readonly findings: readonly RepairFinding[];
  readonly edits: Edits;
  readonly after: string;
}

const READING_FRONT_MATTER: readonly RepairId[] = ['draft-flag', 'dates', 'proxied-images'];

type SomeRepairs = { readonly [Id in RepairId]?: Repair | undefined };

function look(text: string, path: string, planner: Planner, repairs: SomeRepairs): Look {
  const note = readNote(text, planner.parseYaml);
  const detection = recognise(note, path, planner.recognise);
  const subjects =
    detection.kind === 'saved'
      ? detection.articles.map((article) => ({ note, article, dialect: detection.dialect }))
      : [];
  return { detection, subjects, ...findAll(text, subjects, repairs) };
}

function lookAgain(text: string, { detection, subjects }: Look, repairs: SomeRepairs): Look {
  return { detection, subjects, ...findAll(text, subjects, repairs) };
}

/** Said once a note, by the first repair that would have looked there. */
function leaveUnsound(subjects: readonly Subject[], repairs: SomeRepairs): RepairFinding | null {
  const frontMatter = subjects[0]?.note.frontMatter;
  const repair = READING_FRONT_MATTER.find((id) => repairs[id]);
  if (!frontMatter || frontMatter.sound || !repair) return null;
  const { from } = frontMatter;
  return { repair, from, to: from, was: '', will: '', edits: [], left: 'unsound-front-matter' };
}

function findAll(
  text: string,
  subjects: readonly Subject[],
  repairs: SomeRepairs,
): Pick<Look, 'findings' | 'edits' | 'after'> {
  const findings: RepairFinding[] = [];
  for (const subject of subjects) {
    for (const [id, repair] of Object.entries(repairs) as [RepairId, Repair | undefined][]) {
      for (const finding of repair?.(subject) ?? []) findings.push({ ...finding, repair: id });
    }
  }
  const unsound = leaveUnsound(subjects, repairs);
  if (unsound) findings.unshift(unsound);
  const { edits } = compose(findings.flatMap((finding) => finding.edits));
  return { findings, edits, after: edits.length === 0 ? text : splice(text, edits) };
}
