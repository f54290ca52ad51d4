import { decodeUtf8, encodeUtf8 } from './bytes';

/** Gives jsdom what every page of the app has. */
function completePage(): void {
  const page = globalThis as {
    TextEncoder?: unknown;
    TextDecoder?: unknown;
    MessageChannel?: unknown;
  };
  page.MessageChannel ??= class {
    readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
    readonly port2 = {
      postMessage: (): void => void window.setTimeout(() => this.port1.onmessage(), 0),
    };
  };
  page.TextDecoder ??= class {
    decode(bytes: Uint8Array): string {
      return decodeUtf8(bytes);
    }
  };
  page.TextEncoder ??= class {
    encode(text: string): Uint8Array {
      return encodeUtf8(text);
    }
  };
}

completePage();
