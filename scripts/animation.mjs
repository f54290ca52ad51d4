import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** Encodes frames (PNG files of one size, each with its time in milliseconds) as an animated GIF. */
export function encodeGif(frames) {
  const gif = GIFEncoder();
  for (const { png, ms } of frames) {
    const { data, width, height } = PNG.sync.read(png);
    const palette = quantize(data, 256);
    gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: ms });
  }
  gif.finish();
  return gif.bytes();
}
