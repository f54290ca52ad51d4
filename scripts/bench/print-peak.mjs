import { readFileSync } from 'node:fs';

/** Loaded into a process with `--import`: prints the process's peak memory to stderr when it exits. */
process.on('exit', () => {
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  process.stderr.write(`\npeak ${kilobytes}\n`);
});
