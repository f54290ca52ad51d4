import { messages } from '../../core/i18n';
import type { RepairReport } from '../../core/report/json';
import { filesOf, imagesOf, readRun, removedOf } from '../../core/runs/read-journal';
import type { JournalStore } from '../../core/runs/note-store';
import { attentionRows } from '../attention/attention-rows';
import type { PluginContext } from '../plugin-context';
import type { AnyReport } from './active-run';
import { isFoundAgain, readAttention } from './run-attention';
import type { RunContent } from './run-list';
import { fileRows, type RunWindowRow } from './run-rows';
import { attentionSection, section, summaryRows } from './summary-rows';

/** Returns what a report says, before the journal is read. */
export function contentOf(report: AnyReport): RunContent {
  const { run } = messages().runs;
  const others = summaryRows(report);
  const restored =
    'restored' in report
      ? fileRows(run.restoredNotes(report.restored.length), report.restored)
      : [];
  return {
    ...{ record: null, about: new Map(), unchanged: new Set(), created: [], removed: [] },
    others: [...others, ...restored],
  };
}

/** Reads the journal of a run: what it changed, created and removed. */
export async function readRunContent(
  journal: JournalStore,
  id: string,
  about: ReadonlyMap<string, string> = new Map(),
): Promise<RunContent | null> {
  const record = await readRun(journal, id);
  if (!record) return null;
  const paths = async (lines: AsyncIterable<{ readonly path: string }>): Promise<string[]> => {
    const found = new Set<string>();
    for await (const { path } of lines) found.add(path);
    return [...found].reverse();
  };
  return {
    ...{ record, about, unchanged: new Set(), others: [] },
    created: [
      ...(await paths(filesOf(journal, record))),
      ...(await paths(imagesOf(journal, record))),
    ],
    removed: await paths(removedOf(journal, record)),
  };
}

/** Returns the notes that a run was to change and did not. Their undo data may be in the journal. */
export function unchangedNotes(report: AnyReport): ReadonlySet<string> {
  if (!('repaired' in report)) return new Set();
  const changed = new Set(report.repaired.map(({ path }) => path));
  const others = [...report.failed, ...report.left].map(({ path }) => path);
  return new Set(others.filter((path) => !changed.has(path)));
}

/** Returns what a run changed in each note, such as `1 date · 2 images`. */
export function aboutNotes(report: AnyReport): ReadonlyMap<string, string> {
  const { runs } = messages();
  if (!('repaired' in report)) return new Map();
  return new Map(report.repaired.map(({ path, findings }) => [path, runs.findings(findings)]));
}

/**
 * Returns the rows of a report, with buttons that resolve what needs attention in the notes as they are now.
 */
export async function resolvableRows(
  context: PluginContext,
  report: RepairReport,
): Promise<readonly RunWindowRow[]> {
  const notes = await readAttention(context, report.left);
  const read = new Set(notes.map(({ path }) => path));
  const settings = context.settings();
  const skipped = report.left.filter(
    (item) => !read.has(item.path) || !isFoundAgain(settings, item),
  );
  const open = notes.filter(({ attention }) => attention.length > 0);
  const count = open.reduce((sum, { attention }) => sum + attention.length, 0);
  const failed = report.failed.map(({ path, error }) => ({ path, reason: error }));
  const { run } = messages().runs;
  return [
    ...section(run.failed(failed.length), failed),
    ...attentionSection<RunWindowRow>(skipped, count, attentionRows(context, open)),
  ];
}
