import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './system-error.mts';

/**
 * Where process numbers mean the same. On Linux: the host since it was started, and the space of process numbers, of which each
 * container has its own. Elsewhere the host's name alone.
 */
export function placeOfProcesses(): string {
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = textOf(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, space].filter((part) => part !== '').join(' ');
}

/** When a process began, so that another one of the same number is told apart; '' where the system does not tell. */
export function beginningOf(pid: number): string {
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? '';
}

/** Whether a process of this place is running. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
