import type { UnsavedReason } from '../../images/download';
import { counted, number, plural } from './locale';

const countOf = (count: number): string => counted(count, { one: 'image', other: 'images' });

/** Saving images into the vault. */
export const images = {
  saveNote: 'Save images in current note…',
  saveAll: 'Save images in all saved articles…',
  saveHere: 'Save images of saved articles here…',
  saveSelected: 'Save images…',
  saveThis: 'Save images of this saved article…',

  reading: 'Looking for images…',
  title: (count: number): string => `Save ${countOf(count)}`,
  nothingTitle: 'No images to save',
  nothing: 'No saved article here has an image from the web.',
  inNotes: (notes: number): string =>
    `Shown in ${counted(notes, { one: 'note', other: 'notes' })}, from these hosts:`,
  /** The accessible name of their list. */
  hosts: 'Hosts and their number of images',
  ofHost: (host: string, count: number): string => `${host} · ${number(count)}`,
  known: (count: number): string =>
    plural(count, {
      one: '1 of them is already in the vault and is not downloaded again.',
      other: `${number(count)} of them are already in the vault and are not downloaded again.`,
    }),
  kept: (count: number): string =>
    plural(count, {
      one: '1 image stays a link, because its note can’t be changed in place. It is listed under “Needs your attention”.',
      other: `${number(count)} images stay links, because their notes can’t be changed in place. They are listed under “Needs your attention”.`,
    }),
  promise:
    'The images are requested from these hosts, and from the Wayback Machine if they are gone. These servers learn your IP address, the URL of the image and the site of the article. You can undo everything afterwards.',
  save: (count: number): string => `Save ${countOf(count)}`,

  saving: 'Saving images',
  progress: (done: number, total: number): string => `${number(done)} of ${number(total)} images`,
  /** Next to the progress: the host of the last image, and how much was downloaded. */
  fetched: (host: string, bytes: number): string =>
    `${host} · ${(bytes / 1_000_000).toFixed(1)} MB`,
  status: (done: number, total: number): string =>
    `Saving images: ${number(done)} of ${number(total)}`,
  saved: (count: number): string => (count === 0 ? 'No images saved' : `Saved ${countOf(count)}`),
  stopped: 'Stopped. The remaining images were not saved.',
  undoAll: 'Undo',
  tryAgain: 'Try again',
  /** Before the reason. */
  notSaved: 'Image not saved',
  openArchived: 'Open in the Wayback Machine',
  withStatus: (reason: string, status: number): string => `${reason} (${status})`,

  /** Why an image is still a link to the web. */
  unsaved: {
    'private-host': 'its host is in a private network',
    'bad-redirect': 'it redirects in a circle, too often, or to something that is not a web URL',
    'too-large': 'it is larger than 25 MB',
    timeout: 'the server takes too long',
    truncated: 'the connection was lost before the image was complete',
    certificate: 'the server’s certificate is not valid',
    'no-connection': 'the server does not answer',
    stopped: 'the run was stopped',
    'http-error': 'the server refuses it',
    html: 'the server sends a web page instead',
    xml: 'the server sends an error message instead',
    json: 'the server sends an error message instead',
    pixel: 'it is an invisible tracking pixel',
    empty: 'the server sends nothing',
    unknown: 'it is not a known image format',
    'refusal-picture': 'the server sends the same small picture for many images',
    'changed-meanwhile': 'the note was changed during the run',
    'not-editable': 'the image can’t be changed in place',
  } satisfies Record<UnsavedReason | 'not-editable', string>,
};
