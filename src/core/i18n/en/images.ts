import type { ImageLeftReason } from '../../images/download';
import { runs } from './runs';

const { number } = runs;

/** Saving images into the vault. */
export const images = {
  saveNote: 'Save images in current note…',
  saveAll: 'Save images in all saved articles…',
  saveHere: 'Save images of saved articles here…',
  saveThis: 'Save images of this saved article…',

  reading: 'Looking for images…',
  title: (count: number): string => (count === 1 ? 'Save 1 image' : `Save ${number(count)} images`),
  nothingTitle: 'No images to save',
  nothing: 'No saved article here shows an image from the web.',
  inNotes: (notes: number): string =>
    notes === 1
      ? 'Shown in 1 note, from these hosts:'
      : `Shown in ${number(notes)} notes, from these hosts:`,
  /** The accessible name of their list. */
  hosts: 'Hosts, and how many images each has',
  ofHost: (host: string, count: number): string => `${host} · ${number(count)}`,
  known: (count: number): string =>
    count === 1
      ? '1 of them is already in the vault and is not fetched again.'
      : `${number(count)} of them are already in the vault and are not fetched again.`,
  promise:
    'These hosts, and the Wayback Machine for images that are gone, are asked for the images. They learn your IP address, the image’s address and the site of the article. You can undo everything afterwards.',
  save: (count: number): string => (count === 1 ? 'Save 1 image' : `Save ${number(count)} images`),

  saving: 'Saving images',
  progress: (done: number, total: number): string => `${number(done)} of ${number(total)} images`,
  /** Beside the progress: the host of the last image, and how much was fetched. */
  fetched: (host: string, bytes: number): string =>
    `${host} · ${(bytes / 1_000_000).toFixed(1)} MB`,
  status: (done: number, total: number): string =>
    `Saving images: ${number(done)} of ${number(total)}`,
  saved: (count: number): string =>
    count === 0
      ? 'No image was saved'
      : count === 1
        ? 'Saved 1 image'
        : `Saved ${number(count)} images`,
  stopped: 'Stopped. The other images were not saved.',
  undoAll: 'Undo',
  tryAgain: 'Try again',
  openArchived: 'Open in the Wayback Machine',
  withStatus: (reason: string, status: number): string => `${reason} (${status})`,

  /** Why an image is still a link to the web. */
  left: {
    'private-host': 'its host is in a private network',
    'bad-redirect': 'it redirects in a circle, too often, or to something other than a web address',
    'too-large': 'it is larger than 25 MB',
    timeout: 'the server takes too long',
    truncated: 'the connection broke before all of it had come',
    certificate: 'the server’s certificate is not valid',
    'no-connection': 'the server does not answer',
    stopped: 'the run was stopped',
    'http-error': 'the server refuses it',
    html: 'the server sends a web page instead',
    xml: 'the server sends an error message instead',
    json: 'the server sends an error message instead',
    pixel: 'it is an invisible pixel that counts readers',
    empty: 'the server sends nothing',
    unknown: 'it is not an image of a known kind',
    'refusal-picture': 'the server sends the same small picture for many images',
    'changed-meanwhile': 'the note was changed while the run was going on',
    'not-editable': 'the image can’t be changed in its place',
  } satisfies Record<ImageLeftReason | 'not-editable', string>,
};
