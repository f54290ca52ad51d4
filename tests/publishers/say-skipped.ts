import { PUBLISHERS } from '../../src/core/publishers/publishers';
import { foundTools } from './found-tools';
import { TOOLS } from './tools';

/** Says after the last test which publishers were tried, and which were not. */
export default function saySkipped(): void {
  const { installed, skipped } = foundTools();
  const lines = [
    'Tried:',
    ...installed.map(({ publisher, version }) => {
      const tolerated = TOOLS.find((tool) => tool.publisher === publisher)?.tolerates?.(version);
      const but = tolerated
        ? `; not tried: ${tolerated.problems.join(', ')}, because ${tolerated.reason}`
        : '';
      return `  ${PUBLISHERS[publisher].name}: ${version}${but}`;
    }),
    'Skipped:',
    ...skipped.map(({ publisher, reason }) => `  ${PUBLISHERS[publisher].name}: ${reason}`),
  ];
  process.stderr.write(`\n${lines.join('\n')}\n`);
}
