import { readDate } from '../dates/parse';
import type { Article } from '../omnivore/article';
import { plainName } from '../omnivore/property-names';
import { withoutLink } from '../omnivore/read-article';
import { OrderVotes } from '../repairs/dates/day-or-month';

/** Names that other programs use too: what they hold may not be the template's. */
const SHARED_NAMES: ReadonlySet<string> = new Set(['date', 'saved', 'published']);

/**
 * How a vault's notes write `25/07/2024`, so that `03/04/2024` can be read as they are. They answer only where every saved,
 * published and read date in every note has day and month side by side, all agree, and every note could be read: see `OrderVotes`.
 */
export class VaultOrder {
  readonly #votes = new OrderVotes();

  /** Adds a note's articles. */
  add(articles: readonly Article[]): void {
    for (const article of articles) {
      for (const { concept, property } of article.fields) {
        if (this.#votes.isSettled) return;
        const isFormatted = concept === 'saved' || concept === 'published' || concept === 'read';
        if (!isFormatted || SHARED_NAMES.has(plainName(property.key))) continue;
        const { value } = property;
        if (typeof value !== 'string' || value.trim() === '') continue;
        const reading = readDate(withoutLink(value));
        const isProof = concept === 'saved' && reading.kind === 'ambiguous';
        this.#votes.add(reading, isProof ? article.clocks : []);
      }
    }
  }

  /** Says that a note could not be read: it might have contradicted. */
  addUnreadable(): void {
    this.#votes.addUnknown();
  }

  /** Whether the day comes first; null where the notes do not prove it. */
  get dayFirst(): boolean | null {
    return this.#votes.dayFirst;
  }
}
