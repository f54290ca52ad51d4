import type { OpenApp } from './open-app';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; not of every event. */
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';

/** How long each task of the page took, in milliseconds, the longest first. The page does not respond during a task. */
export async function mainTasks(
  { page }: OpenApp,
  act: () => Promise<void>,
): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  const ended = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  await act();
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const pages = events.filter(({ args }) => args.name === 'CrRendererMain');
  return events
    .filter(
      ({ name, pid, tid }) => name === TASK && pages.some((p) => p.pid === pid && p.tid === tid),
    )
    .map(({ dur = 0 }) => dur / 1000)
    .sort((a, b) => b - a);
}
