import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '..', 'src');

/** A file of src. `path` is relative to src, with slashes. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Returns all TypeScript files of src. */
export function sourceFiles(): readonly SourceFile[] {
  return (readdirSync(SRC, { recursive: true }) as string[])
    .filter((path) => /\.m?ts$/.test(path))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(SRC, path), 'utf8'),
    }));
}
