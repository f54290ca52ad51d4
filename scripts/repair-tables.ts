import { en } from '../src/core/i18n/en';
import { withEnglish } from '../src/core/i18n/translation';
import { zh } from '../src/core/i18n/zh';
import type { Messages } from '../src/core/i18n/en';
import { ALL_REPAIRS, type RepairId } from '../src/core/repairs';
import type { OptionText, Repair, RepairDocs } from '../src/core/repairs/define-repair';
import type { Field } from '../src/core/schema/field';
import { fieldText } from '../src/core/settings/field-text';
import { FIELDS, isSettingPath, optionsKey } from '../src/core/settings/schema';

type AnyRepair = Repair<RepairId>;

/** The words of the tables themselves. */
interface TableWords {
  readonly readme: readonly string[];
  readonly commands: readonly string[];
  readonly commandLine: readonly string[];
  readonly settings: readonly string[];
  readonly on: string;
  readonly off: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly runs: string;
  /** Between items of a list. */
  readonly comma: string;
  /** Around the name of each choice in data.json. */
  readonly brackets: readonly [string, string];
}

const ENGLISH: TableWords = {
  readme: ['repair', 'what it does', 'default'],
  commands: ['repair', 'current note', 'all saved articles'],
  commandLine: ['name', 'what it repairs', 'runs by default'],
  settings: ['setting', 'what it decides', 'key', 'default'],
  ...{ on: 'on', off: 'off', yes: 'yes', no: 'no', none: 'none' },
  runs: 'whether the repair runs',
  comma: ', ',
  brackets: [' (', ')'],
};
const CHINESE: TableWords = {
  readme: ['项目', '做什么', '默认'],
  commands: ['项目', '当前笔记', '所有已保存的文章'],
  commandLine: ['名称', '修复什么', '默认执行'],
  settings: ['设置', '决定什么', '键', '默认'],
  ...{ on: '开', off: '关', yes: '是', no: '否', none: '无' },
  runs: '是否执行此修复',
  comma: '、',
  brackets: ['（', '）'],
};

interface Language {
  readonly words: TableWords;
  readonly messages: Messages;
  readonly docsOf: (repair: AnyRepair) => RepairDocs;
}

const LANGUAGES: Readonly<Record<'en' | 'zh', Language>> = {
  en: { words: ENGLISH, messages: en, docsOf: ({ docs }) => docs.en },
  zh: { words: CHINESE, messages: withEnglish(zh, en), docsOf: ({ docs }) => docs.zh ?? docs.en },
};

/** The text between the markers of each page. */
const PAGES: Readonly<Record<string, () => string>> = {
  'README.md': () => readmeTable(LANGUAGES.en),
  'README.zh.md': () => readmeTable(LANGUAGES.zh),
  'docs/commands.md': () => commandsTable(LANGUAGES.en),
  'docs/zh/commands.md': () => commandsTable(LANGUAGES.zh),
  'docs/command-line.md': () => commandLineTable(LANGUAGES.en),
  'docs/zh/command-line.md': () => commandLineTable(LANGUAGES.zh),
  'docs/settings.md': () => settingsTables(LANGUAGES.en),
  'docs/zh/settings.md': () => settingsTables(LANGUAGES.zh),
};

/** The pages with tables of repairs. */
export const PAGES_WITH_TABLES = Object.keys(PAGES);

const BETWEEN_MARKERS = /(<!-- repairs:start -->\n)[^]*(\n<!-- repairs:end -->)/;

/** The page with its tables of repairs as they should be. Throws an Error if there is no place for them. */
export function withRepairTables(page: string, text: string): string {
  const tables = PAGES[page];
  if (!tables || !BETWEEN_MARKERS.test(text)) throw new Error(`${page} has no tables of repairs`);
  // Straight apostrophes, as in the rest of the docs.
  const written = tables().replaceAll('’', "'");
  return text.replace(BETWEEN_MARKERS, (_all, start: string, end: string) => {
    return `${start}\n${written}\n${end}`;
  });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows].map(
    (cells) => `|${cells.map((cell) => ` ${cell}`.trimEnd() + ' ').join('|')}|`,
  );
  const [head = '', ...others] = lines;
  return [head, `|${'---|'.repeat(heads.length)}`, ...others].join('\n');
}

function readmeTable({ words, messages, docsOf }: Language): string {
  const rows = ALL_REPAIRS.map((repair) => {
    const { summary, byDefault } = docsOf(repair);
    return [messages.repairs[repair.id], summary, byDefault ?? onOff(repair.enabled, words)];
  });
  return table(words.readme, rows);
}

function commandsTable({ words, messages }: Language): string {
  const { onNote, onAll } = messages.commands;
  const rows = ALL_REPAIRS.map(({ id }) => [messages.repairs[id], onNote[id], onAll[id]]);
  return table(words.commands, rows);
}

function commandLineTable({ words, messages, docsOf }: Language): string {
  const rows = ALL_REPAIRS.map((repair) => {
    const { what, byDefault } = docsOf(repair).onCommandLine ?? {
      what: messages.repairs[repair.id].toLowerCase(),
      byDefault: repair.enabled ? words.yes : words.no,
    };
    return [`\`${repair.id}\``, what, byDefault];
  });
  return table(words.commandLine, rows);
}

function settingsTables(language: Language): string {
  return ALL_REPAIRS.map((repair) => {
    const { words, messages } = language;
    const { enable } = messages.repairTexts[repair.id];
    const rows = Object.entries(repair.options).map(([name, field]) =>
      settingRow(`${optionsKey(repair.id)}.${name}`, field, language),
    );
    const onRow = [enable, words.runs, `\`repairs.${repair.id}\``, onOff(repair.enabled, words)];
    return `## ${messages.repairs[repair.id]}\n\n${table(words.settings, [onRow, ...rows])}`;
  }).join('\n\n');
}

function settingRow(path: string, field: Field<unknown>, language: Language): readonly string[] {
  if (!isSettingPath(path)) throw new Error(`${path} is no setting`);
  const { words, messages } = language;
  const text = fieldText(path, messages);
  const { control } = FIELDS[path];
  const choices = control.kind === 'choice' ? control.choices : [];
  const named = choices.map((choice) => text.choices?.[choice] ?? choice).join(words.comma);
  const stored = choices.map((choice) => `\`${choice}\``).join(words.comma);
  const key = `\`${path}\`${stored === '' ? '' : words.brackets.join(stored)}`;
  return [text.name, escaped(text.desc ?? named), key, defaultOf(field, text, words)];
}

function defaultOf(
  { default: value }: Field<unknown>,
  text: OptionText,
  words: TableWords,
): string {
  if (typeof value === 'boolean') return onOff(value, words);
  if (value === null) return text.none ?? words.none;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.join(words.comma);
  const written = String(value);
  return text.choices?.[written] ?? `\`${written}\``;
}

function onOff(isOn: boolean, { on, off }: TableWords): string {
  return isOn ? on : off;
}

/** Text of the app as Markdown shows it as it is. */
function escaped(text: string): string {
  return text.replace(/[[\]|<>*_]/g, (char) => `\\${char}`);
}
