/** A way to write a date that publishers read or don't read. */
export type DateShape = 'date' | 'date-time' | 'minutes' | 'zoned' | 'spaced' | 'slashes';

/** What each shape looks like, and a value that has it. A pattern matches the whole value. */
export const DATE_SHAPES: Readonly<
  Record<DateShape, { readonly pattern: RegExp; readonly example: string }>
> = {
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/, example: '2024-03-14' },
  'date-time': {
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/,
    example: '2024-03-14T08:21:56',
  },
  minutes: { pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, example: '2024-03-14T08:21' },
  zoned: {
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/,
    example: '2024-03-14T08:21:56+08:00',
  },
  /** The default of Omnivore's plugin. */
  spaced: {
    pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/,
    example: '2024-03-14 08:21:56',
  },
  slashes: {
    pattern: /^\d{4}\/\d{2}\/\d{2}(?: \d{2}:\d{2}:\d{2})?$/,
    example: '2024/03/14 08:21:56',
  },
};

/** Returns the shape of a date, or null if it has none of them. */
export function shapeOf(value: string): DateShape | null {
  const shapes = Object.keys(DATE_SHAPES) as DateShape[];
  return shapes.find((shape) => DATE_SHAPES[shape].pattern.test(value)) ?? null;
}
