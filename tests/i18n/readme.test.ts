import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../../src/i18n/en';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';

const PAGES: readonly (readonly [page: string, messages: Messages])[] = [
  ['README.md', en],
  ['README.zh.md', zh],
];

function commandsOf({ commands, panel, base }: Messages): readonly string[] {
  return [
    ...[commands.repairNote, ...Object.values(commands.onNote), commands.repairAll],
    ...[commands.undoLast, commands.history, commands.showRun, commands.why],
    ...[commands.markReady, commands.markDraft, commands.repairThis, commands.repairHere],
    ...[panel.open, panel.reveal, panel.openOriginal, panel.copyOriginal, panel.scan],
    ...[base.create, base.file],
  ];
}

function settingsOf({ settings }: Messages): readonly string[] {
  const { folders, leftOut, draftFlag, dates, images, deadLinks, omnivore, general } = settings;
  return [
    ...[folders.heading, leftOut.heading],
    ...[draftFlag.on, draftFlag.preset, draftFlag.addMissing, draftFlag.byHighlights],
    ...[dates.on, dates.form, dates.zone, dates.links, dates.addMissingSaved],
    ...[images.on, images.hosts, settings.escapedText.on, deadLinks.on],
    ...[omnivore.folder, settings.properties.page, omnivore.takeOver],
    ...[general.keepModified, general.reset],
  ];
}

test.each(PAGES)('%s names commands and settings as the app does', (page, messages) => {
  const text = readFileSync(join(__dirname, '..', '..', page), 'utf8').replaceAll("'", '’');
  const names = [...commandsOf(messages), ...settingsOf(messages)];
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
