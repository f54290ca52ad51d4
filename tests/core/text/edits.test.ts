import fc from 'fast-check';
import { composeEdits } from '../../../src/core/text/compose-edits';
import { invertEdits, applyEdits, type TextEdit } from '../../../src/core/text/edits';

/** A text, and edits of it that are in order and don't overlap. */
function editsOf(text: string): fc.Arbitrary<readonly TextEdit[]> {
  const cuts = fc.uniqueArray(fc.nat(text.length), { maxLength: 6 });
  return fc
    .tuple(cuts, fc.array(fc.string({ maxLength: 3 }), { minLength: 3 }))
    .map(([offsets, inserts]) => {
      const sorted = [...offsets].sort((a, b) => a - b);
      return inserts.slice(0, Math.floor(sorted.length / 2)).map((insert, i) => {
        return { from: sorted[2 * i] ?? 0, to: sorted[2 * i + 1] ?? 0, insert };
      });
    });
}

const text = fc.string({ minLength: 1, maxLength: 20 });

test('undo edits restore the text', () => {
  const one = text.chain((before) => fc.tuple(fc.constant(before), editsOf(before)));
  fc.assert(
    fc.property(one, ([before, edits]) => {
      expect(applyEdits(applyEdits(before, edits), invertEdits(before, edits))).toBe(before);
    }),
  );
});

test('two lists of edits, and their combination, give the same text', () => {
  const two = text
    .chain((before) => fc.tuple(fc.constant(before), editsOf(before)))
    .chain(([before, first]) =>
      fc.tuple(fc.constant(before), fc.constant(first), editsOf(applyEdits(before, first))),
    );
  fc.assert(
    fc.property(two, ([before, first, second]) => {
      const chained = composeEdits(before, first, second);
      expect(applyEdits(before, chained)).toBe(applyEdits(applyEdits(before, first), second));
      const isInOrder = chained.every(({ from }, i) => from >= (chained[i - 1]?.to ?? 0));
      expect(isInOrder).toBe(true);
    }),
  );
});

test('without other edits, edits stay the same', () => {
  const edits = [{ from: 0, to: 1, insert: 'b' }];
  expect(composeEdits('a', edits, [])).toBe(edits);
  expect(composeEdits('a', [], edits)).toBe(edits);
});
