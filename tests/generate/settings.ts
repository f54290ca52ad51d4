import * as fc from 'fast-check';
import { ALL_REPAIRS, REPAIR_IDS } from '../../src/core/repairs';
import { PRESETS } from '../../src/core/repairs/draft-flag/repair';
import type { Field, Fields } from '../../src/core/schema/field';
import { optionsKey } from '../../src/core/settings/schema';

const ZONES = [
  'keep',
  'keep',
  'system',
  'UTC',
  'America/New_York',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Pacific/Apia',
];
const PATTERNS = [
  ...['dd/MM/yyyy HH:mm', 'MM/dd/yyyy', 'dd/MM/yyyy', 'MM-dd-yyyy', 'yyyy-MM-dd', 'yyyyMMdd'],
  ...["yyyy-MM-dd'T'HH:mm", 'EEEE, d MMMM yyyy', 'yyyy-MM-dd HH:mm:ss xxx', 'h:mm a, d/M/yyyy'],
  ...["'on' d MMM yyyy", "'#'yyyy MM dd", "yyyy: 'x' MM dd", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"],
  ...['YYYY-MM-DD HH:mm', 'D/M/YYYY [at] h:mm A', '[[yyyy-MM-dd]]', 'YYYY-MM-DDTHH:mm:ssZ'],
  ...["yyyy'年'M'月'd'日' HH:mm", 'd MMM yyyy'],
];

const repairs = fc.record(Object.fromEntries(REPAIR_IDS.map((id) => [id, often()])));

const draftFlag = fc.record({
  preset: fc.constantFrom('hugo', 'hugo', null, ...PRESETS),
  property: fc.constantFrom('draft', 'published', 'status', 'Draft Flag', '__proto__'),
  value: fc.constantFrom('false', 'true', 'ready', '1', 'null', 'no'),
  draftValue: fc.constantFrom('true', 'false', 'to do', '0'),
  addMissing: fc.boolean(),
  byHighlights: fc.boolean(),
});

const dates = fc.record({
  format: fc.constantFrom('date-time', 'date-time', 'date', 'utc', 'offset', 'custom', 'custom'),
  pattern: fc.constantFrom(...PATTERNS),
  zone: fc.constantFrom(...ZONES),
  links: fc.boolean(),
  addMissingSaved: fc.boolean(),
  order: fc.constantFrom('notes', 'notes', 'day-first', 'month-first'),
});

const proxiedImages = fc.record({
  hosts: fc.constantFrom([], [], ['http://localhost:7070', 'https://mine.example.com/proxy/']),
});

/** What users choose for an option, as far as its control shows; other values are the default. */
function valueOf({ control, default: byDefault }: Field<unknown>): fc.Arbitrary<unknown> {
  if (control.kind === 'toggle') return fc.boolean();
  return control.kind === 'choice' ? fc.constantFrom(...control.choices) : fc.constant(byDefault);
}

function optionsOf(options: Fields): fc.Arbitrary<unknown> {
  const entries = Object.entries(options).map(([name, field]) => [name, valueOf(field)] as const);
  return fc.record(Object.fromEntries(entries));
}

/** The options of all repairs by their key in data.json; what was seen in vaults for those above. */
const options = Object.fromEntries(
  ALL_REPAIRS.filter((repair) => Object.keys(repair.options).length > 0).map((repair) => [
    optionsKey(repair.id),
    optionsOf(repair.options),
  ]),
);

const chosen = fc.record({
  repairs,
  ...options,
  ...{ draftFlag, dates, proxiedImages },
  properties: fc.constantFrom({}, {}, { saved: ['my_date'], title: ['note'] }),
  dateProperties: fc.constantFrom([], [], ['my_date', 'x']),
  omnivoreFolder: fc.constantFrom('', 'Omnivore'),
});

/** Settings as a user may choose them, as stored in data.json; often all repairs with their defaults. */
export const settings: fc.Arbitrary<unknown> = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 5, arbitrary: chosen },
);

/** How the vault's other notes read `03/04/2024`. */
export const dayFirst: fc.Arbitrary<boolean | null> = fc.constantFrom(null, null, true, false);

function often(): fc.Arbitrary<boolean> {
  return fc.constantFrom(true, true, true, true, false);
}
