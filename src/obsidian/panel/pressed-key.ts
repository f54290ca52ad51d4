import { Keymap } from 'obsidian';
import { isMirrored } from './direction';
import type { PressedKey } from './tree-keys';

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/** A key as it is meant: where text runs from right to left, the arrow towards the end of the line goes deeper. */
export function pressedKey(event: KeyboardEvent, el: HTMLElement): PressedKey {
  const { key, shiftKey } = event;
  const isSideways = Object.hasOwn(MIRRORED, key);
  return {
    key: isSideways && isMirrored(el) ? (MIRRORED[key] ?? key) : key,
    shiftKey,
    isMod: Keymap.isModifier(event, 'Mod'),
  };
}
