import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a run has come: a bar on a terminal, nothing elsewhere. */
export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** A bar on stderr, so that stdout holds only results. */
export function progressOf(total: number, label: string): Progress {
  if (!process.stderr.isTTY || total === 0) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
