import type { Dialect } from '../dialect';
import { bare } from './bare';
import { content } from './content';
import { failed } from './failed';
import { outline } from './outline';
import { page } from './page';
import { properties } from './properties';
import { singleFile } from './single-file';

/** All dialects, the most telling first. */
export const DIALECTS: readonly Dialect[] = [
  singleFile,
  outline,
  failed,
  properties,
  page,
  content,
  bare,
];
