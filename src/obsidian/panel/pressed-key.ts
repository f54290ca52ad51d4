import { Keymap } from 'obsidian';
import { isMirrored } from './direction';
import type { PressedKey } from './tree-keys';

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/**
 * Returns the pressed key. In text that runs from right to left, swaps the left and right arrows, so that
 * the arrow towards the end of the line expands a group.
 */
export function pressedKey(event: KeyboardEvent, el: HTMLElement): PressedKey {
  const { key, shiftKey } = event;
  const isSideways = Object.hasOwn(MIRRORED, key);
  return {
    key: isSideways && isMirrored(el) ? (MIRRORED[key] ?? key) : key,
    shiftKey,
    isMod: Keymap.isModifier(event, 'Mod'),
  };
}
