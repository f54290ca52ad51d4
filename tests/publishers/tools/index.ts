import { PUBLISHER_IDS } from '../../../src/core/publishers/publishers';
import type { SkippedTool, Tool } from '../tool';
import { astro } from './astro';
import { docusaurus } from './docusaurus';
import { eleventy } from './eleventy';
import { hexo } from './hexo';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { zola } from './zola';

/** The publishers that are tried with their own programs. */
export const TOOLS: readonly Tool[] = [hugo, jekyll, hexo, astro, eleventy, zola, docusaurus];

/** Why the others are not. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  quartz: 'is a repository to copy, neither on npm nor in Debian',
  'quartz-explicit': 'is a repository to copy, neither on npm nor in Debian',
  mkdocs: 'Debian’s mkdocs-material is version 8, which has no blog; it is not on npm',
  'digital-garden': 'is a repository to copy; Eleventy, which builds it, is tried',
  enveloppe: 'is a plugin of Obsidian that copies notes to GitHub; it builds no site',
  publish: 'is a service',
};

/** The publishers without a program to try. */
export const WITHOUT_TOOL: readonly SkippedTool[] = PUBLISHER_IDS.filter(
  (id) => !TOOLS.some(({ publisher }) => publisher === id),
).map((publisher) => ({ publisher, reason: NOT_TRIED[publisher] ?? 'nobody wrote how to try it' }));
