import { PUBLISHERS } from '../../core/publishers/publishers';
import type { Planner } from '../../core/repairs/plan';
import { publisherCheck } from '../../core/repairs/publisher-check';
import { stepText } from '../../core/runs/journal';
import type { NoteResult } from '../../core/runs/note-result';
import { isPostponed, planNote } from '../../core/runs/plan-notes';
import { VaultOrder } from '../../core/runs/vault-date-order';
import type { NoteWritten } from '../../core/runs/write-notes';
import { clockPairs } from '../../core/runs/zone-of-notes';
import { summaryOf, type NoteSummary } from '../../core/report/note-summary';
import { hashBytes } from '../../core/text/hash';
import { diskStore, type DiskStore, type NoteChangeBytes } from '../fs/disk-store.mts';
import { encodeNote } from '../fs/utf8.mts';
import { plannerFrom } from '../planner-from.mts';
import type { ChunkPlan, ChunkWorker, Job } from './chunk.mts';
import { articleTexts, changesText } from './note-text.mts';

/** A chunk whose notes can be written. */
interface Unwritten {
  readonly changes: readonly NoteChangeBytes[];
  readonly summaries: readonly NoteSummary[];
}

/** Creates a worker that does a job in this thread. */
export function chunkWorker(job: Job, isStopped: () => boolean): ChunkWorker {
  const store = diskStore(job.root, job.settings);
  const planner = plannerOf(job);
  const unwritten = new Map<number, Unwritten>();
  return {
    async plan({ number, paths, order }) {
      const votes = new VaultOrder();
      const postponed: string[] = [];
      const open = openPlan(job, store);
      for (const path of paths) {
        if (isStopped()) break;
        const note = await planNote(path, store, planner, order === 'vote' ? null : order);
        if (order === 'vote' && isPostponed(note, votes)) postponed.push(path);
        else open.add(note);
      }
      const { plan, changes } = open.end();
      if (plan.journal) unwritten.set(number, { changes, summaries: plan.summaries });
      return { ...plan, postponed, tally: votes.tally };
    },

    async write(number) {
      const chunk = unwritten.get(number);
      unwritten.delete(number);
      if (!chunk) throw new Error('This chunk has not been planned.');
      const written = await store.replaceAll(chunk.changes, isStopped);
      return withResults(chunk.summaries, written);
    },
  };
}

function plannerOf({ settings, ownNotes, task }: Job): Planner {
  const planner = plannerFrom(settings, ownNotes);
  if (task.kind !== 'scan' || task.publisher === null) return planner;
  return { ...planner, repairs: {}, change: publisherCheck(PUBLISHERS[task.publisher]) };
}

/** The plan of a chunk to which notes are added. */
interface OpenPlan {
  readonly add: (note: NoteResult) => void;
  readonly end: () => {
    readonly plan: Omit<ChunkPlan, 'postponed' | 'tally'>;
    readonly changes: readonly NoteChangeBytes[];
  };
}

function openPlan({ task }: Job, store: DiskStore): OpenPlan {
  const summaries: NoteSummary[] = [];
  const texts: string[] = [];
  const clocks: ChunkPlan['clocks'][number][] = [];
  const changes: NoteChangeBytes[] = [];
  const lines: string[] = [];
  let notes = 0;
  const addResult = (note: NoteResult): void => {
    const summary = summaryOf(note);
    if (summary) summaries.push(summary);
  };
  return {
    add(note) {
      notes++;
      if (task.kind === 'clocks') return void clocks.push(...clockPairs(note));
      const result = task.kind === 'dry-run' ? withWriteProblem(note, store) : note;
      addResult(result);
      if (task.kind === 'scan') texts.push(...articleTexts(note, task));
      else if (task.kind === 'dry-run') texts.push(changesText(result, task));
      else if (note.kind === 'planned' && note.outcome === 'repaired') {
        const { path, plan } = note;
        const [before, after] = [store.bytesOf(note.text), encodeNote(plan.after)];
        const [hashBefore, hashAfter] = [hashBytes(before), hashBytes(after)];
        lines.push(stepText({ path, hashBefore, hashAfter, undo: plan.undo }));
        changes.push({ path, before, after });
      }
    },
    end() {
      const isJson = task.kind === 'scan' && task.json;
      const paths = changes.map(({ path }) => path);
      const journal = changes.length === 0 ? null : { lines, paths };
      const text = texts.join(isJson ? ',' : '');
      return { plan: { notes, summaries, text, clocks, journal }, changes };
    },
  };
}

/** A note that needs repair and can't be written counts as failed. */
function withWriteProblem(note: NoteResult, store: DiskStore): NoteResult {
  const isRepaired = note.kind === 'planned' && note.outcome === 'repaired';
  const problem = isRepaired ? store.writeProblem?.(note.path) : null;
  return problem ? { kind: 'failed', path: note.path, error: problem } : note;
}

/** Puts the results of writing into the summaries. Skips notes that were not reached. */
function withResults(
  summaries: readonly NoteSummary[],
  written: readonly (NoteWritten | null)[],
): readonly NoteSummary[] {
  let at = 0;
  return summaries.flatMap((summary) => {
    if (summary.kind === 'failed' || !summary.isRepaired) return [summary];
    const result = written[at++] ?? null;
    if (result === null) return [];
    if (result === 'replaced') return [summary];
    if (typeof result === 'string') return [{ ...summary, isRepaired: false, skipped: result }];
    return [{ kind: 'failed', path: summary.path, error: result.error }];
  });
}
