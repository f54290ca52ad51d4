import { messages } from '../../core/i18n';
import { latestRun, readRun, type RunRecord } from '../../core/runs/journal';
import { messageOf } from '../../core/runs/outcome';
import { notify } from '../components/notify';
import type { Rescue } from '../plugin-context';

/** Takes a run back, and shows how that goes. */
export async function undoRunOf(rescue: Rescue, id: string): Promise<void> {
  await undoRead(rescue, () => readRun(rescue.runController.journal, id));
}

/** Takes back the youngest run that has not been taken back. */
export async function undoLatest(rescue: Rescue): Promise<void> {
  await undoRead(rescue, () => latestRun(rescue.runController.journal));
}

async function undoRead(rescue: Rescue, read: () => Promise<RunRecord | null>): Promise<void> {
  const { commands, runs } = messages();
  if (rescue.runController.current) return void notify(commands.isRunning);
  try {
    const record = await read();
    if (!record) return void notify(commands.noRunToUndo);
    const begun = rescue.runController.undo(record);
    if (begun) rescue.show(begun);
    else notify(commands.isRunning);
  } catch (error) {
    notify(runs.history.failed(messageOf(error)));
  }
}
