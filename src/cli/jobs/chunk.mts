import type { ClockPair } from '../../core/dates/infer-zone';
import type { OrderTally } from '../../core/repairs/dates/day-or-month';
import type { PublisherId } from '../../core/publishers/publishers';
import type { NoteSummary } from '../../core/report/note-summary';
import type { Settings } from '../../core/settings/settings';
import type { Screen } from '../output/line.mts';

/** What is done with the notes of a folder. Plain data, like everything here, so it can be sent to a thread. */
export interface Job {
  readonly root: string;
  readonly settings: Settings;
  /** Also find dead images in notes that are not saved articles. */
  readonly ownNotes: boolean;
  readonly task: Task;
}

/** What is done with each note. */
type Task =
  /** Collect what shows the zone of the notes. */
  { readonly kind: 'clocks' } | ScanTask | DryRunTask | { readonly kind: 'repair' };

/** List the note's articles; with a publisher, only what it would not build, or would hide. */
export interface ScanTask {
  readonly kind: 'scan';
  readonly json: boolean;
  readonly zone: string | null;
  readonly draftProperty: string;
  readonly publisher: PublisherId | null;
  readonly screen: Screen;
}

/** Show what a repair would change: the lines, only the path, or nothing. */
export interface DryRunTask {
  readonly kind: 'dry-run';
  readonly show: 'lines' | 'path' | null;
  readonly screen: Screen;
}

/** Some notes that one thread reads, plans and writes. */
export interface Chunk {
  readonly number: number;
  readonly paths: readonly string[];
  /** Plan the notes with this order of day and month; `vote` if they take part in finding it out. */
  readonly order: 'vote' | boolean | null;
}

/** What reading and planning a chunk resulted in. */
export interface ChunkPlan {
  /** How many notes were read or failed. Postponed notes are not counted. */
  readonly notes: number;
  /** In the order of the paths, only those that say something. */
  readonly summaries: readonly NoteSummary[];
  /** What to print about the notes. */
  readonly text: string;
  /** Notes with an ambiguous date, which must be planned again after all notes have voted. */
  readonly postponed: readonly string[];
  readonly tally: OrderTally;
  readonly clocks: readonly ClockPair[];
  /** The journal's lines. They must be on disk before the chunk is written. Null if nothing is to be written. */
  readonly journal: { readonly lines: readonly string[]; readonly paths: readonly string[] } | null;
}

/** Works on one chunk after the other, in this thread or in another. */
export interface ChunkWorker {
  /** Reads and plans the notes of a chunk, until the user asks to stop. */
  readonly plan: (chunk: Chunk) => Promise<ChunkPlan>;
  /**
   * Writes the notes of a chunk that was planned, until the user asks to stop. Returns what is known of its notes
   * then, without those that were not reached.
   */
  readonly write: (number: number) => Promise<readonly NoteSummary[]>;
}
