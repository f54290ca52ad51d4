import type { ImageLeftReason } from '../../images/download';

/** Saving images into the vault. */
export const images = {
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
