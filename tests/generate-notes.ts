import * as fc from 'fast-check';
import { anyPieces, header, labelledPieces, type Piece } from './generate/bodies';
import { escapeHtml } from './generate/urls';
import { frontMatter, listItem, plainFrontMatter, titleAndHeading } from './generate/front-matter';
import { withExamples } from './generate/with-examples';
import { dayFirst, settings } from './generate/settings';
import { lineEnds, withLineEnds } from './generate/texts';
import type { Case } from './laws';

/** A note whose code is known, in the order of the text. */
export interface LabelledCase extends Case {
  readonly code: readonly string[];
}

/** Enough raw slashes that no body counts as escaped, whatever else it contains. */
const RAW_LINKS = `${'https://example.com/a/b/c/d?e=f '.repeat(40)}\n`;

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('\n\n');

const pageBody: fc.Arbitrary<string> = fc
  .tuple(header, anyPieces, fc.constantFrom('\n', '', '  \n\n'))
  .map(([head, pieces, end]) => `${head}\n${joined(pieces)}${end}`);

/** The header stays as it is, as with a template that escaped `{{content}}` alone; some bodies were escaped twice. */
const escapedPageBody: fc.Arbitrary<string> = fc
  .tuple(header, anyPieces, fc.constantFrom(1, 1, 2), fc.constantFrom('', '\nby hand: a/b=`c`\n'))
  .map(([head, pieces, times, byHand]) => {
    const content = `a/b/c=d \`e\` f/g\n${joined(pieces)}`;
    const escaped = times === 1 ? escapeHtml(content) : escapeHtml(escapeHtml(content));
    return `${head}\n${escaped}\n${byHand}`;
  });

const page: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.oneof({ weight: 4, arbitrary: pageBody }, { weight: 1, arbitrary: escapedPageBody }),
  )
  .map((parts) => parts.join(''));

const titled: fc.Arbitrary<string> = fc
  .tuple(titleAndHeading, fc.constantFrom('"', "'", ''), pageBody)
  .map(([[title, heading], quote, body]) => {
    const written = quote === "'" ? title.replaceAll("'", "''") : title.replaceAll('"', '\\"');
    const id = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
    return `---\n${id}\ntitle: ${quote}${quote === '' ? title : written}${quote}\n---\n# ${heading}\n${body}`;
  });

const singleFile: fc.Arbitrary<string> = fc
  .array(fc.tuple(listItem, pageBody, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((items) => {
    const list = items.map(([{ lines }]) => lines).join('\n');
    const bodies = items.map(
      ([{ id }, body, closed]) => `%%${id}_start%%\n${body}\n${closed ? `%%${id}_end%%` : ''}`,
    );
    return `---\n${list}\n---\n\n${bodies.join('\n')}\n`;
  });

const outline: fc.Arbitrary<string> = fc
  .array(fc.tuple(anyPieces, fc.constantFrom('\t', '  ', '')), { minLength: 1, maxLength: 3 })
  .map((items) =>
    items
      .map(([pieces, indent], n) => {
        const link = `- [Title ${n}](https://omnivore.app/me/a-18e3d1a2b3${n})`;
        const properties = 'site:: [a](https://a.example)\n\t\tdate-saved:: [[Jan 31st, 2023]]';
        return `${indent}${link}\n\t\tcollapsed:: true\n\t\t${properties}\n\t\t- ${joined(pieces)}`;
      })
      .join('\n'),
  );

function caseOf(text: fc.Arbitrary<string>): fc.Arbitrary<Case> {
  return fc
    .record({ bom: fc.nat(19), text, ends: lineEnds, settings, dayFirst })
    .map(({ bom, text: lines, ends, ...rest }) => ({
      text: (bom === 19 ? '\ufeff' : '') + withLineEnds(lines, ends),
      ...rest,
    }));
}

/** Notes of all kinds, most of them saved articles. */
export const anyCase: fc.Arbitrary<Case> = caseOf(
  fc.oneof(
    { weight: 10, arbitrary: withExamples(page) },
    { weight: 1, arbitrary: titled },
    { weight: 3, arbitrary: singleFile },
    { weight: 2, arbitrary: outline },
  ),
);

/** Saved articles with bait in their code. */
export const labelledCase: fc.Arbitrary<LabelledCase> = fc
  .record({
    head: plainFrontMatter,
    top: header,
    pieces: labelledPieces,
    ends: lineEnds,
    settings,
    dayFirst,
  })
  .map(({ head, top, pieces, ends, ...rest }) => {
    const unix = `${head}${top}\n${joined(pieces)}\n\n${RAW_LINKS}`;
    const ending = ends.length === 1 ? ends : ['\n'];
    return {
      text: withLineEnds(unix, ending),
      code: pieces.flatMap(({ code }) => (code === '' ? [] : [withLineEnds(code, ending)])),
      ...rest,
    };
  });
