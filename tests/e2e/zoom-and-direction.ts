import type { AppOptions, OpenApp } from './open-app';

/** A window of 1100 by 760 pixels at 200 %. */
export const ZOOMED = { width: 550, height: 380 } as const satisfies AppOptions;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns where the first element with the selector is, in pixels of the window. */
export function boxOf({ page }: OpenApp, selector: string): Promise<Box> {
  return page
    .locator(selector)
    .first()
    .evaluate((el) => {
      const { left, right, top, bottom } = el.getBoundingClientRect();
      return { left, right, top, bottom };
    });
}

/** Returns the classes of visible elements that are wider than the element that contains them. */
export function tooWide(
  { page }: OpenApp,
  container: string,
  selector: string,
  except = '.none',
): Promise<string[]> {
  return page.evaluate(
    ([outside, inside, excluded]) => {
      const around = document.querySelector(outside) as HTMLElement;
      const { left, right } = around.getBoundingClientRect();
      return [...around.querySelectorAll(inside)]
        .filter((el) => {
          const box = el.getBoundingClientRect();
          if (box.width === 0 || el.closest(excluded)) return false;
          return box.left < left - 1 || box.right > right + 1;
        })
        .map((el) => el.className);
    },
    [container, selector, except] as const,
  );
}

/** Turns the app's direction of writing from right to left. */
export async function turn({ page }: OpenApp): Promise<void> {
  await page.evaluate(() => {
    document.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  });
}
