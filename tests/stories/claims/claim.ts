import type { AppDriver, Story } from '../driver';

/** What the simulator claims about the app, as a question with its answer. The real app is asked the same. */
export interface Claim extends Pick<Story, 'where'> {
  readonly claim: string;
  /** Where that is known from: the typings, the documentation, release notes, or what others read or measured. */
  readonly source: 'typings' | 'documentation' | 'release notes' | 'others measured it' | 'unclear';
  /** Asks a running app in which `CLAIM_NOTES` are open. The answer is JSON. */
  readonly ask: (app: AppDriver) => Promise<unknown>;
  readonly answer: unknown;
}

/** The notes of the vault that claims are tried in. Each claim makes the files that it changes. */
export const CLAIM_NOTES = {
  'Note.md': '---\nkey: 2024-03-14 08:21:56\n---\n\n# Heading\n\n[[Folder/Other]]\n',
  'Folder/Other.md': 'Other\n',
  'Folder/Deeper/Third.md': 'Third\n',
  'Windows.md': 'One\r\nTwo\r\n',
  'Mark.md': '\uFEFFMarked\n',
} as const;
