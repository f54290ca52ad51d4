import type { HSL, RGB } from 'obsidian';
import { ValueComponent } from './components';

/** A colour as `#rrggbb`. */
export class ColorComponent extends ValueComponent<string> {
  readonly #input: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.#input = containerEl.createEl('input', { type: 'color' });
    this.#input.addEventListener('change', () => void this.changed(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.#input.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.#input.value;
  }

  setValue(value: string): this {
    this.#input.value = value;
    return this;
  }

  getValueRgb(): RGB {
    const part = (at: number): number => parseInt(this.getValue().slice(at, at + 2), 16);
    return { r: part(1), g: part(3), b: part(5) };
  }

  setValueRgb({ r, g, b }: RGB): this {
    const hex = [r, g, b].map((part) => part.toString(16).padStart(2, '0'));
    return this.setValue(`#${hex.join('')}`);
  }

  /** Hue in degrees, the others in per cent. */
  getValueHsl(): HSL {
    const { r, g, b } = this.getValueRgb();
    const [red, green, blue] = [r / 255, g / 255, b / 255];
    const max = Math.max(red, green, blue);
    const span = max - Math.min(red, green, blue);
    const l = max - span / 2;
    const s = span === 0 ? 0 : span / (1 - Math.abs(2 * l - 1));
    return { h: hueOf(red, green, blue, max, span), s: s * 100, l: l * 100 };
  }

  setValueHsl({ h, s, l }: HSL): this {
    const amplitude = (s / 100) * Math.min(l / 100, 1 - l / 100);
    const part = (n: number): number => {
      const k = (n + h / 30) % 12;
      return Math.round(255 * (l / 100 - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
    };
    return this.setValueRgb({ r: part(0), g: part(8), b: part(4) });
  }
}

function hueOf(r: number, g: number, b: number, max: number, span: number): number {
  if (span === 0) return 0;
  if (max === r) return (60 * ((g - b) / span) + 360) % 360;
  return max === g ? 60 * ((b - r) / span + 2) : 60 * ((r - g) / span + 4);
}
