/** @jest-environment jsdom */
import { moveToWindow } from '../../simulator/dom';
import { RowList, type MeasuredRow } from '../../../src/obsidian/components/virtual-list';

interface Named extends MeasuredRow {
  readonly name: string;
}

function rowsOf(count: number, height: (i: number) => number = () => 50): readonly Named[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `${i}`,
    height: height(i),
    name: `row ${i}`,
  }));
}

let list: RowList<Named>;
let drawn: string[];

beforeEach(() => {
  document.body.replaceChildren();
  drawn = [];
  const draw = (row: Named, el: HTMLElement): void => {
    drawn.push(row.name);
    const button = document.createElement('button');
    button.dataset.part = 'open';
    button.textContent = row.name;
    el.append(button);
  };
  list = new RowList<Named>(document.body, { label: 'Rows', height: (row) => row.height, draw });
});

function inPage(): (string | null)[] {
  return [...list.el.querySelectorAll('[role=listitem]')].map((el) => el.textContent);
}

function scrollTo(top: number): void {
  list.el.scrollTop = top;
  list.el.dispatchEvent(new Event('scroll'));
}

test('of many rows only those in sight are in the page, in their order', () => {
  list.setRows(rowsOf(10_000));
  expect(inPage()).toEqual(rowsOf(14).map(({ name }) => name));
  scrollTo(250_000);
  expect(inPage()[0]).toBe('row 4996');
  expect(inPage()).toHaveLength(18);
  scrollTo(249_900);
  expect(inPage()[0]).toBe('row 4994');
  expect(inPage()).toEqual([...inPage()].sort());
});

test('rows may be of different heights', () => {
  list.setRows(rowsOf(1000, (i) => (i % 2 === 0 ? 20 : 80)));
  const tops = [...list.el.querySelectorAll<HTMLElement>('[role=listitem]')].map(
    (el) => el.style.top,
  );
  expect(tops.slice(0, 4)).toEqual(['0px', '20px', '100px', '120px']);
  scrollTo(10_000);
  expect(inPage()[0]).toBe('row 196');
});

test('a row is drawn again only when another object replaces it', () => {
  const rows = rowsOf(3);
  list.setRows(rows);
  list.setRows([...rows]);
  expect(drawn).toEqual(['row 0', 'row 1', 'row 2']);
  list.setRows([rows[0] as Named, { key: '1', height: 50, name: 'other' }, rows[2] as Named]);
  expect(drawn.slice(3)).toEqual(['other']);
  expect(inPage()).toEqual(['row 0', 'other', 'row 2']);
});

test('the keyboard stays where it is, when its row is drawn again and when it is scrolled away', () => {
  list.setRows(rowsOf(1000));
  list.el.querySelectorAll('button')[1]?.focus();
  list.setRows(rowsOf(1000));
  expect(document.activeElement?.textContent).toBe('row 1');
  scrollTo(20_000);
  expect(document.activeElement?.textContent).toBe('row 1');
  scrollTo(0);
  expect(inPage()).toEqual(rowsOf(14).map(({ name }) => name));
});

test('a list that gets shorter shows the remaining rows', () => {
  list.setRows(rowsOf(1000));
  list.setRows(rowsOf(2));
  expect(inPage()).toEqual(['row 0', 'row 1']);
  list.setRows([]);
  expect(inPage()).toEqual([]);
});

test('a list that is moved to another window stays where it was scrolled to, and follows its size there', () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const other = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!other) throw new Error('No window');
  const observed: Element[] = [];
  other.ResizeObserver = class {
    observe = (el: Element): void => void observed.push(el);
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  };
  list.setRows(rowsOf(1000));
  scrollTo(20_000);
  list.el.scrollTop = 0;
  moveToWindow(list.el, other.document.body);
  expect(list.el.scrollTop).toBe(20_000);
  expect(inPage()).toContain('row 400');
  expect(observed).toEqual([list.el]);
});

test('in a window of its own a click finds its row, and the keyboard stays', () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const page = frame.contentDocument;
  if (!page) throw new Error('No page');
  // The app makes elements by the window that they are in: their classes are not those of the first one.
  const draw = (row: Named, el: HTMLElement): void => {
    const button = page.createElement('button');
    button.dataset['part'] = 'open';
    button.textContent = row.name;
    el.append(button);
  };
  const parent = page.body.appendChild(document.createElement('div'));
  list = new RowList<Named>(parent, { label: 'Rows', height: (row) => row.height, draw });
  list.setRows(rowsOf(3));
  const buttons = page.querySelectorAll('button');
  expect(buttons[1] instanceof HTMLElement).toBe(false);
  expect(list.rowOf(buttons[1] ?? null)?.name).toBe('row 1');
  buttons[1]?.focus();
  list.setRows(rowsOf(3));
  expect(page.activeElement?.textContent).toBe('row 1');
});
