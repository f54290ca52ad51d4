import { readDate } from '../dates/parse';
import type { Article } from '../omnivore/article';
import { plainName } from '../omnivore/property-names';
import { withoutLink } from '../omnivore/read-article';
import { OrderVotes, type OrderTally } from '../repairs/dates/day-or-month';

/** Names that other programs use too, so their values may not come from the template. */
const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(['date', 'saved', 'published']);

/**
 * Finds out how the notes of a vault write dates such as `25/07/2024`, so that `03/04/2024` can be read the
 * same way. There is an answer only if every saved, published and read date in every note has day and month
 * next to each other, all agree, and every note could be read. See `OrderVotes`.
 */
export class VaultOrder {
  readonly #votes = new OrderVotes();

  /** Adds a note's articles. */
  add(articles: readonly Article[]): void {
    for (const article of articles) {
      for (const { concept, property } of article.fields) {
        if (this.#votes.isSettled) return;
        const isFormatted = concept === 'saved' || concept === 'published' || concept === 'read';
        if (!isFormatted || AMBIGUOUS_NAMES.has(plainName(property.key))) continue;
        const { value } = property;
        if (typeof value !== 'string' || value.trim() === '') continue;
        const reading = readDate(withoutLink(value));
        const isProof = concept === 'saved' && reading.kind === 'ambiguous';
        this.#votes.add(reading, isProof ? article.clocks : []);
      }
    }
  }

  /** Records that a note could not be read. It might have contradicted the others. */
  addUnreadable(): void {
    this.#votes.addUnknown();
  }

  /** Adds what the notes have shown that another thread has read. */
  addAll(tally: OrderTally): void {
    this.#votes.addAll(tally);
  }

  /** What the notes have shown so far. */
  get tally(): OrderTally {
    return this.#votes.tally;
  }

  /** Returns whether the day comes first; null if the notes don't prove it. */
  get dayFirst(): boolean | null {
    return this.#votes.dayFirst;
  }
}
