import { parseYaml, type App } from 'obsidian';
import type { DuplicateGroup } from '../../core/duplicates/find-duplicates';
import { planMerges, type MergePlan } from '../../core/duplicates/plan-merges';
import { readDuplicates, readLinkingNotes } from '../../core/duplicates/read-vault';
import { detectOptionsFrom } from '../../core/settings/settings';
import type { PluginContext } from '../plugin-context';
import { stoppable } from '../../core/runs/stoppable';
import { isNote, notesIn } from '../store/scope';

/** The duplicates in a vault, and a function that plans how to merge some of them. */
export interface FoundMerges {
  readonly groups: readonly DuplicateGroup[];
  readonly plan: (groups: readonly DuplicateGroup[]) => Promise<MergePlan>;
}

/** What the reading shows. */
export interface MergeReading {
  readonly isStopped: () => boolean;
  /** Called before each part. Returns a function that is called for each of the part's notes. */
  readonly begin: (part: 'articles' | 'links', total: number) => () => void;
}

/** Finds the duplicates among saved articles, and the notes of the whole vault that may link to them. */
export async function findMerges(
  { app, settings, store, runController }: PluginContext,
  { isStopped, begin }: MergeReading,
): Promise<FoundMerges> {
  const notes = stoppable(store(), isStopped);
  const reading = { parseYaml, detect: detectOptionsFrom(settings()) };
  const paths = notesIn(app.vault, settings());
  const found = await readDuplicates(paths, notes, reading, begin('articles', paths.length));
  const all = allNotePaths(app);
  const linking =
    found.groups.length === 0
      ? []
      : await readLinkingNotes(found.groups, all, notes, begin('links', all.length));
  const vault = { notes: all, linking, store: store(), files: runController.files };
  return { groups: found.groups, plan: (groups) => planMerges(groups, vault, reading) };
}

/** Links are updated in the whole vault, even in folders that the settings don't search for articles. */
function allNotePaths({ vault }: App): readonly string[] {
  return vault
    .getFiles()
    .filter(isNote)
    .map(({ path }) => path);
}
