/** @jest-environment jsdom */
import { onLongPress } from '../../../src/obsidian/panel/long-press';

let el: HTMLElement;
let presses: number;

beforeEach(() => {
  jest.useFakeTimers();
  document.body.replaceChildren();
  el = document.body.appendChild(document.createElement('div'));
  presses = 0;
  onLongPress(el, () => presses++);
});

afterEach(() => jest.useRealTimers());

function point(type: string, some: Record<string, unknown> = {}): void {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const finger = { pointerType: 'touch', isPrimary: true, clientX: 50, clientY: 50 };
  el.dispatchEvent(Object.assign(event, finger, some));
}

function liftIsKept(): boolean {
  const event = new Event('touchend', { bubbles: true, cancelable: true });
  el.dispatchEvent(event);
  return event.defaultPrevented;
}

test('a long press is reported once, and lifting the finger opens nothing', () => {
  point('pointerdown');
  jest.runAllTimers();
  expect(presses).toBe(1);
  expect(liftIsKept()).toBe(true);
});

test.each<[what: string, act: () => void]>([
  ['lifted soon', () => point('pointerup')],
  ['that scrolls', () => point('pointermove', { clientY: 80 })],
  ['that the system takes', () => point('pointercancel')],
  ['for which the system has a menu', () => point('contextmenu')],
])('a finger %s is no long press', (_, act) => {
  point('pointerdown');
  act();
  jest.runAllTimers();
  expect(presses).toBe(0);
  expect(liftIsKept()).toBe(false);
});

test('a finger that trembles is still held', () => {
  point('pointerdown');
  point('pointermove', { clientX: 54 });
  jest.runAllTimers();
  expect(presses).toBe(1);
});

test('the tap after it is a tap', () => {
  point('pointerdown');
  jest.runAllTimers();
  point('pointerup');
  point('pointerdown');
  point('pointerup');
  jest.runAllTimers();
  expect([presses, liftIsKept()]).toEqual([1, false]);
});

test.each([{ pointerType: 'mouse' }, { isPrimary: false }])('%j is no finger held down', (some) => {
  point('pointerdown', some);
  jest.runAllTimers();
  expect(presses).toBe(0);
});
