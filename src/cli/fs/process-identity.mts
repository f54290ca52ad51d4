import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './system-error.mts';

/**
 * Identifies where process IDs are unique. On Linux: the host since its last start, and the PID namespace,
 * which each container has for itself. Elsewhere only the host name.
 */
export function processScope(): string {
  const boot = textOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = textOrEmpty(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, space].filter((part) => part !== '').join(' ');
}

/**
 * Returns when a process started, to distinguish it from an earlier one with the same ID; '' if the system
 * does not say.
 */
export function processStart(pid: number): string {
  // The second field is the program's name in parentheses, which can contain spaces and parentheses.
  const stat = textOrEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? '';
}

/** Returns whether a process is running on this machine. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function textOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
