import { readFileSync } from 'node:fs';

/** Loaded into a process before its own module: as it ends, the most memory that it ever held goes to stderr. */
process.on('exit', () => {
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  process.stderr.write(`\npeak ${kilobytes}\n`);
});
