import assert from 'node:assert/strict';
import { openPanel, textsOf, until } from './acts';
import type { AppDriver, Story } from './driver';
import { ARTICLE, sampleNotes } from './vaults';

/** Longer than the app waits before it shows a tooltip. */
const REST_MS = 1200;

/** How the plugin looks with the app's own styles. */
export const LOOK_STORIES: readonly Story[] = [
  {
    name: 'light and dark, in a sidebar of 300 pixels or on a phone: nothing covers the panel, and nothing sticks out',
    async play(app) {
      await app.open({ notes: sampleNotes() });
      await openPanel(app);
      if (!app.isMobile) await resizeSidebar(app, 300);
      for (const theme of ['light', 'dark'] as const) {
        await wear(app, theme);
        await app.picture(`panel ${theme}`);
        assert.deepEqual(await covered(app), [], theme);
      }
    },
  },
  {
    name: 'the sidebar gets narrower and wider again: the chart names the months that are in view',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: savedMonthly(60) });
      await openPanel(app);
      await resizeSidebar(app, 600);
      await until('all months', async () => (await ends(app))[0] === 'January 2020');
      await resizeSidebar(app, 240);
      await until('fewer months', async () => {
        const [first = '', last] = await ends(app);
        return / 202[1-3]$/.test(first) && last === 'December 2024';
      });
      assert.deepEqual(await covered(app), []);
      await resizeSidebar(app, 600);
      await until('all months', async () => (await ends(app))[0] === 'January 2020');
    },
  },
  {
    name: 'the pointer rests on a row: no tooltip; on a button of the panel: its name',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: sampleNotes() });
      await openPanel(app);
      await app.hover('.omnivore-rescue-panel [role=treeitem]');
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      assert.deepEqual(await tooltips(app), []);
      await app.hover('.omnivore-rescue-panel .nav-action-button');
      await until('a tooltip', async () => (await tooltips(app)).length === 1);
    },
  },
  {
    name: 'with Tab through the panel: every place has a ring',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: sampleNotes() });
      await openPanel(app);
      await app.click('.omnivore-rescue-panel input[type=search]');
      const seen = new Set<string>();
      for (let step = 0; step < 12; step++) {
        const place = await focused(app);
        if (place === null) break;
        assert.ok(place.hasRing, `no ring at ${place.name}`);
        seen.add(place.name);
        await app.press('Tab');
      }
      assert.ok(seen.size >= 4, [...seen].join(', '));
    },
  },
];

/** One article for each month from January 2020 on. */
function savedMonthly(count: number): Readonly<Record<string, string>> {
  const notes = Array.from({ length: count }, (_, i) => {
    const month = `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
    const text = ARTICLE.replace('2024-03-14', `${month}-14`);
    return [`Omnivore/${month}.md`, text.replace('4a7c6a1e', `4a7c6${String(i).padStart(3, '0')}`)];
  });
  return Object.fromEntries(notes) as Record<string, string>;
}

/** The first and the last month that the chart names. The years between them are marked. */
function ends(app: AppDriver): Promise<readonly string[]> {
  return textsOf(app, '.omnivore-rescue-ends > span:not(.omnivore-rescue-year)');
}

/** Makes the sidebar this wide, as dragging its edge does. Waits until it is. */
async function resizeSidebar(app: AppDriver, width: number): Promise<void> {
  await app.inside(({ app: { workspace } }, wanted) => {
    const sidebar = workspace.rightSplit as unknown as { setSize: (width: number) => void };
    sidebar.setSize(wanted);
  }, width);
  await until(`a sidebar of ${width} pixels`, () =>
    app.inside((_, wanted) => {
      const sidebar = document.querySelector('.mod-right-split')?.getBoundingClientRect();
      return sidebar !== undefined && Math.abs(sidebar.width - wanted) < 2;
    }, width),
  );
}

async function wear(app: AppDriver, theme: 'light' | 'dark'): Promise<void> {
  await app.inside((_, isDark) => {
    document.body.classList.toggle('theme-dark', isDark);
    document.body.classList.toggle('theme-light', !isDark);
  }, theme === 'dark');
}

/** What of the panel is under the status bar, below the window, or wider than the panel. */
function covered(app: AppDriver): Promise<readonly string[]> {
  return app.inside(() => {
    const panel = document.querySelector<HTMLElement>('.omnivore-rescue-panel');
    const footer = panel?.querySelector<HTMLElement>('.omnivore-rescue-foot-counts');
    if (!panel || !footer) return ['no panel'];
    const wrong: string[] = [];
    const footerBox = footer.getBoundingClientRect();
    const bar = document.querySelector('.status-bar')?.getBoundingClientRect();
    const isBeside =
      bar !== undefined && (footerBox.right <= bar.left || footerBox.bottom <= bar.top);
    if (bar !== undefined && !isBeside) wrong.push('the footer is under the status bar');
    if (footerBox.bottom > window.innerHeight) wrong.push('the footer is below the window');
    if (panel.scrollWidth > panel.clientWidth) wrong.push('the panel scrolls sideways');
    for (const row of panel.querySelectorAll('[role=treeitem]')) {
      const { left, right } = row.getBoundingClientRect();
      const within = panel.getBoundingClientRect();
      if (left < within.left || right > within.right) wrong.push(`a row sticks out`);
      if (getComputedStyle(row, '::before').content !== 'none') wrong.push('a row is shifted');
    }
    return [...new Set(wrong)];
  });
}

function tooltips(app: AppDriver): Promise<readonly string[]> {
  return app.inside(() =>
    [...document.querySelectorAll('.tooltip')].map((el) => el.textContent ?? ''),
  );
}

/** Where in the panel the focus is, and whether that can be seen; null if it is elsewhere. */
function focused(
  app: AppDriver,
): Promise<{ readonly name: string; readonly hasRing: boolean } | null> {
  return app.inside(() => {
    const el = document.activeElement;
    if (!el?.closest('.omnivore-rescue-panel')) return null;
    const around = [el, el.parentElement, ...el.querySelectorAll('.is-active')];
    const hasRing = around.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return boxShadow !== 'none' || (outlineStyle !== 'none' && outlineWidth !== '0px');
    });
    const name = el.getAttribute('aria-label') ?? el.textContent ?? el.tagName;
    return { name: `${el.tagName.toLowerCase()} ${name.slice(0, 30)}`, hasRing };
  });
}
