import matter from 'gray-matter';
import { PROXY } from './make-notes.mjs';

/** The three jobs as expressions for sed and perl: a flag, dates, images. */
const DRAFT = 's/^draft: true$/draft: false/';
const DATES =
  's/^(date_(saved|published): [0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})$/\\1T\\3/';
const IMAGES =
  's#https://proxy-prod\\.omnivore-image-cache\\.app/[0-9]+x[0-9]+,s[A-Za-z0-9_-]+/##g';

/** `sed -E -i` with three expressions. */
export const SED = ['sed', '-E', '-i', '-e', DRAFT, '-e', DATES, '-e', IMAGES];

/** `perl -0777 -pi` with the same three, reading each note at once. */
export const PERL = ['perl', '-0777', '-pi', '-e', `${DRAFT}mg; ${DATES}mg; ${IMAGES}`];

/** Reads a note's front matter, sets its flag and writes the note again, as a script with gray-matter would. */
export function roundTrip(text) {
  const file = matter(text, {});
  file.data.draft = false;
  return matter.stringify(file, file.data);
}

const DATE_KEYS = ['\ndate_saved: ', '\ndate_published: '];
const DAY = 'yyyy-MM-dd'.length;

/** Does the three jobs and nothing else: a lower bound for the time. */
export function lineEdit(text) {
  const edits = [];
  const draft = text.indexOf('\ndraft: true\n');
  if (draft >= 0) edits.push([draft + 8, draft + 12, 'false']);
  for (const key of DATE_KEYS) {
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const space = at + key.length + DAY;
      if (text[space] === ' ') edits.push([space, space + 1, 'T']);
    }
  }
  edits.sort((a, b) => a[0] - b[0]);
  for (let at = text.indexOf(PROXY); at >= 0; at = text.indexOf(PROXY, at + 1)) {
    edits.push([at, text.indexOf('/', at + PROXY.length + 1) + 1, '']);
  }
  let result = '';
  let done = 0;
  for (const [from, to, insert] of edits) {
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}
