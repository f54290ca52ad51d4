import { messages } from '../../core/i18n';
import { latestRun, readRun, type RunRecord } from '../../core/runs/read-journal';
import { messageOf } from '../../core/runs/error-message';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';

/** Undoes a run and shows the progress. */
export async function undoRunOf(context: PluginContext, id: string): Promise<void> {
  await startUndo(context, () => readRun(context.runController.journal, id));
}

/** Undoes the last run that was not undone. */
export async function undoLatest(context: PluginContext): Promise<void> {
  await startUndo(context, () => latestRun(context.runController.journal));
}

async function startUndo(
  context: PluginContext,
  read: () => Promise<RunRecord | null>,
): Promise<void> {
  const { commands, runs } = messages();
  if (context.runController.current) return void notify(commands.isRunning);
  try {
    const record = await read();
    if (!record) return void notify(commands.noRunToUndo);
    const started = context.runController.undo(record);
    if (started) context.show(started);
    else notify(commands.isRunning);
  } catch (error) {
    notify(runs.history.failed(messageOf(error)));
  }
}
