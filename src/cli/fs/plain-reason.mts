import { codeOf } from './system-error.mts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'The file is no longer there.',
  EACCES: 'No permission.',
  EPERM: 'No permission.',
  EROFS: 'The disk is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'A file stands where a folder should be.',
  EEXIST: 'A file stands where a folder should be.',
  ELOOP: 'It is a symbolic link, which is not followed.',
  EIO: 'The disk failed.',
  EBUSY: 'Another program holds the file.',
  EMFILE: 'Too many files are open.',
};

/** A system error in a sentence. */
export function plainReason(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
