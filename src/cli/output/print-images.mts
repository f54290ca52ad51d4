import { en } from '../../core/i18n/en';
import type { UnsavedItem, ImageReport } from '../../core/report/image-report';
import type { OutputLine } from './line.mts';
import { failedLines, firstOfEachKind, countNotes, countThings } from './print.mts';

/** The images that would be saved. */
export interface ImagePreview {
  readonly images: number;
  readonly notes: number;
  /** How many of them are saved already. */
  readonly known: number;
  /** How many stay links, because their notes can't be edited there. */
  readonly kept: number;
  /** How many images each host has, the one with the most first. */
  readonly hosts: readonly (readonly [host: string, images: number])[];
}

/** How many hosts are listed. */
const MAX_HOSTS_LISTED = 10;

/** Describes how many images each host has. */
export function previewLines({
  images,
  notes: count,
  known,
  kept,
  hosts,
}: ImagePreview): readonly OutputLine[] {
  const keptLines =
    kept > 0
      ? [`${countThings(kept, 'image')} can’t be saved: ${en.images.unsaved['not-editable']}.`]
      : [];
  if (images === 0 && kept > 0) return keptLines;
  if (images === 0) return ['Nothing to save: no saved article here shows an image from the web.'];
  const rest = hosts.length - MAX_HOSTS_LISTED;
  const ofHosts = `${countThings(images, 'image')} from ${countThings(hosts.length, 'host')}`;
  return [
    `Would save ${ofHosts}, shown in ${countNotes(count)}.`,
    ...hosts
      .slice(0, MAX_HOSTS_LISTED)
      .map(([host, ofHost]) => `  ${String(ofHost).padStart(7)}  ${host}`),
    ...(rest > 0 ? [`  … and ${countThings(rest, 'more host')}; --json lists all`] : []),
    ...(known > 0
      ? [`${countThings(known, 'image')} of them will not be fetched: saved before.`]
      : []),
    ...keptLines,
  ];
}

/** Describes what a run did. */
export function imageLines({ saved, left, failed }: ImageReport): readonly OutputLine[] {
  const bytes = new Map(saved.map((item) => [item.file, item.bytes]));
  const urls = new Set(saved.map(({ url }) => url));
  const size = [...bytes.values()].reduce((all, each) => all + each, 0);
  const inNotes = countNotes(new Set(saved.map(({ path }) => path)).size);
  const archived = new Set(saved.filter(({ from }) => from === 'archive').map(({ url }) => url));
  const lines: OutputLine[] = [
    `Saved ${countThings(urls.size, 'image')} in ${inNotes} (${megabytes(size)} MB).`,
  ];
  if (archived.size > 0) lines.push(`From the archive: ${archived.size}`);
  if (left.length > 0) lines.push('', [['yellow', `Still on the web: ${left.length}`]]);
  return [
    ...lines,
    ...firstOfEachKind(left, ({ reason }) => reason, unsavedLine),
    ...failedLines(failed),
  ];
}

function unsavedLine({ path, url, reason, status }: UnsavedItem): OutputLine {
  const code = reason === 'http-error' && status !== null ? ` (${status})` : '';
  return `  ${path}: ${en.images.unsaved[reason]}${code}: ${url}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
