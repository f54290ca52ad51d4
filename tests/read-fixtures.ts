import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A note before and after, written by hand. */
export interface Fixture {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly about: string;
  readonly settings: unknown;
  readonly left: readonly {
    readonly repair: string | null;
    readonly reason: string;
    readonly was: string;
  }[];
}

const FOLDER = join(__dirname, 'fixtures', 'repairs');

/** All fixtures of a repair. */
function fixturesOf(repair: string): readonly Fixture[] {
  const folder = join(FOLDER, repair);
  return readdirSync(folder).map((name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    const { about, settings = {}, left = [] } = JSON.parse(read('case.json')) as Fixture;
    return {
      name: `${repair}/${name}`,
      before: read('before.md'),
      after: read('after.md'),
      about,
      settings,
      left,
    };
  });
}

/** All fixtures of all repairs. */
export function allFixtures(): readonly Fixture[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).flatMap(fixturesOf) : [];
}
