import { isOutline, mayBeOutline } from './outline';
import type { Seen } from './seen-note';
import {
  isTemplateSource,
  isWebClipping,
  namesOtherService,
  type Signal,
  type Template,
} from './signals';
import { TEMPLATES } from './templates';

/** The signals that a note was recognized by. */
export interface Match {
  readonly template: Template;
  /** The strongest signal. */
  readonly signal: SignalId;
}

/** The ids of the signals for Omnivore. */
export type SignalId = (typeof TEMPLATES)[number]['signals'][number]['id'];

/** Any signal. Those against Omnivore are never the strongest, so they need no description and belong to no template. */
type WeightedSignal = Omit<Signal, 'description'>;

/** Signals against Omnivore. */
const AGAINST: readonly WeightedSignal[] = [
  {
    id: 'several-articles',
    weight: -8,
    wide: true,
    find: (seen) => seen.named && seen.links().articles > 1,
  },
  { id: 'other-service', weight: -10, find: namesOtherService },
  { id: 'web-clipper', weight: -5, find: isWebClipping },
  { id: 'template-source', weight: -40, find: isTemplateSource },
];

/** The signals for Omnivore, each with its template. */
const CANDIDATES: readonly (Match & { readonly row: Signal })[] = TEMPLATES.flatMap((template) =>
  template.signals.map((row) => ({ template, signal: row.id, row })),
);

/** All signals. */
export const SIGNALS: readonly WeightedSignal[] = [...CANDIDATES.map(({ row }) => row), ...AGAINST];

/**
 * A note is a saved article if the weights of its signals add up to this. Weights are binary logarithms: twelve means odds of 4,096,
 * because none of a few thousand ordinary notes may be changed.
 */
export const THRESHOLD = 12;

/** Signals against Omnivore first, then the strongest, so that the others need not be looked for. */
const NARROW = SIGNALS.filter(({ wide }) => !wide).sort((a, b) => order(a) - order(b));
const WIDE = SIGNALS.filter(({ wide }) => wide);
/** How much signals that were not looked for can take away. */
const MAX_NEGATIVE_WEIGHT = -WIDE.reduce((sum, { weight }) => sum + Math.min(weight, 0), 0);
/** With this weight, nothing that is looked for later can change the result. */
const CERTAIN = THRESHOLD + MAX_NEGATIVE_WEIGHT;

function order({ weight }: WeightedSignal): number {
  return weight < 0 ? -Number.MAX_VALUE : -weight;
}

function findNarrow(seen: Seen): readonly WeightedSignal[] {
  const found: WeightedSignal[] = [];
  let sum = 0;
  for (const signal of NARROW) {
    if (hasGroup(found, signal.group) || !signal.find(seen)) continue;
    found.push(signal);
    sum += signal.weight;
    if (sum >= CERTAIN) break;
  }
  return found;
}

/** Returns whether a signal of the group was found. It is the strongest one, because the strongest are looked for first. */
function hasGroup(found: readonly WeightedSignal[], group: Signal['group']): boolean {
  return group !== undefined && found.some((signal) => signal.group === group);
}

/** Null if a note is not a saved article. Nearly all notes have neither Omnivore's name nor an ID, and end here at once. */
export function matchTemplate(seen: Seen): Match | null {
  const { note, named, id } = seen;
  if (!named && id === null && !(mayBeOutline(note) && isOutline(note))) return null;
  let found = findNarrow(seen);
  let sum = weigh(found);
  if (sum < CERTAIN) {
    found = [...found, ...WIDE.filter(({ find }) => find(seen))];
    sum = weigh(found);
  }
  if (sum < THRESHOLD) return null;
  const strongest = found.reduce((best, each) => (each.weight > best.weight ? each : best));
  const match = CANDIDATES.find(({ row }) => row === strongest);
  return match ? { template: match.template, signal: match.signal } : null;
}

/** The sum of the weights; of each group only the greatest counts. */
export function weigh(signals: readonly Pick<Signal, 'weight' | 'group'>[]): number {
  const greatest = new Map<string, number>();
  let sum = 0;
  for (const { weight, group } of signals) {
    if (group) greatest.set(group, Math.max(weight, greatest.get(group) ?? 0));
    else sum += weight;
  }
  for (const weight of greatest.values()) sum += weight;
  return sum;
}
