import { DATE_SHAPES } from '../src/core/publishers/date-shapes';
import type { Publisher, PublisherDate } from '../src/core/publishers/publisher';
import { PUBLISHER_IDS, PUBLISHERS } from '../src/core/publishers/publishers';

/** The words of the table of publishers in one language. */
interface Words {
  readonly heads: readonly string[];
  readonly hides: Readonly<Record<Publisher['flag']['hides'], (property: string) => string>>;
  readonly alsoHides: (property: string) => string;
  /** The dates that stop a build. */
  readonly stops: string;
  readonly unquoted: (dates: string) => string;
  readonly required: string;
  readonly emptyStops: string;
  readonly none: string;
  readonly comma: string;
  readonly semicolon: string;
}

const ENGLISH: Words = {
  heads: ['publisher', 'name', 'writes', 'hides a page', 'its date', 'dates it reads', 'sources'],
  hides: {
    yes: (property) => `\`${property}: true\``,
    truthy: (property) =>
      `\`${property}\` with any value except \`false\`, also the text \`"false"\``,
    no: (property) => `\`${property}: false\``,
    falsy: (property) => `\`${property}: false\` without quotes, or an empty \`${property}\``,
    'unless-yes': (property) => `without \`${property}: true\``,
    boolean: (property) => `\`${property}: true\`; stops at anything but true and false`,
    'boolean-text': (property) =>
      `\`${property}: true\`; stops at anything but true and false, also as text`,
  },
  alsoHides: (property) => `\`${property}: true\``,
  stops: 'stops at others',
  unquoted: (dates) => `without quotes ${dates}`,
  required: 'stops without one',
  emptyStops: 'stops at an empty one',
  none: '–',
  comma: ', ',
  semicolon: '; ',
};

const CHINESE: Words = {
  heads: ['发布工具', '名称', '写入', '隐藏页面', '页面日期', '能读取的日期', '来源'],
  hides: {
    yes: (property) => `\`${property}: true\``,
    truthy: (property) => `\`${property}\` 为 \`false\` 以外的任何值，包括文本 \`"false"\``,
    no: (property) => `\`${property}: false\``,
    falsy: (property) => `不带引号的 \`${property}: false\`，或空的 \`${property}\``,
    'unless-yes': (property) => `没有 \`${property}: true\``,
    boolean: (property) => `\`${property}: true\`；遇到 true 和 false 以外的值会中止`,
    'boolean-text': (property) =>
      `\`${property}: true\`；遇到 true 和 false（可为文本）以外的值会中止`,
  },
  alsoHides: (property) => `\`${property}: true\``,
  stops: '遇到其他格式会中止',
  unquoted: (dates) => `不带引号时 ${dates}`,
  required: '没有日期会中止',
  emptyStops: '日期为空会中止',
  none: '–',
  comma: '、',
  semicolon: '；',
};

const PAGES: Readonly<Record<string, Words>> = {
  'docs/settings.md': ENGLISH,
  'docs/zh/settings.md': CHINESE,
};

/** The pages with a table of publishers. */
export const PAGES_WITH_PUBLISHERS = Object.keys(PAGES);

const BETWEEN_MARKERS = /(<!-- publishers:start -->\n)[^]*(\n<!-- publishers:end -->)/;

/** Returns the page with its table of publishers as it should be. Throws an Error if there is no place for it. */
export function withPublisherTable(page: string, text: string): string {
  const words = PAGES[page];
  if (!words || !BETWEEN_MARKERS.test(text)) throw new Error(`${page} has no table of publishers`);
  return text.replace(BETWEEN_MARKERS, (_all, start: string, end: string) => {
    return `${start}\n${tableOf(words)}\n${end}`;
  });
}

function tableOf(words: Words): string {
  const rows = PUBLISHER_IDS.map((id) => rowOf(id, PUBLISHERS[id], words));
  return [words.heads, words.heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .replace(/^\|(?: --- \|)+$/m, (line) => line.replaceAll(' ', ''));
}

function rowOf(id: string, publisher: Publisher, words: Words): readonly string[] {
  const { name, flag, alsoHides, date, sources } = publisher;
  const hides = [
    words.hides[flag.hides](flag.property),
    ...(alsoHides === null ? [] : [words.alsoHides(alsoHides)]),
  ];
  const links = [...new Set([sources.flag, sources.date])].filter((url) => url !== null);
  return [
    name,
    `\`${id}\``,
    `\`${flag.property}: ${flag.ready}\``,
    hides.join(words.comma),
    date ? `\`${date.property}\`` : words.none,
    date ? readsOf(date, words) : words.none,
    links.map((url, i) => `[${i + 1}](${url})`).join(words.comma),
  ];
}

function readsOf(date: PublisherDate, words: Words): string {
  const list = (shapes: PublisherDate['reads']): string =>
    shapes.map((shape) => `\`${DATE_SHAPES[shape].example}\``).join(words.comma);
  return [
    ...(date.reads.length > 0 ? [list(date.reads)] : []),
    ...(date.readsUnquoted.length > 0 ? [words.unquoted(list(date.readsUnquoted))] : []),
    ...(date.unread === 'stops' ? [words.stops] : []),
    ...(date.empty === 'stops' ? [words.emptyStops] : []),
    ...(date.missing === 'stops' ? [words.required] : []),
  ].join(words.semicolon);
}
