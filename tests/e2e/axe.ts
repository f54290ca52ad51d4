import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ROOT } from './open-app';

interface WithAxe {
  readonly axe?: { run(selector: string, options: RunOptions): Promise<AxeResults> };
}

/** What axe finds wrong in the part of the page: the rule, and the elements that break it. `options` may choose rules. */
export async function violations(
  page: Page,
  selector: string,
  options: RunOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    const script = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
    await page.evaluate(script);
  }
  const results = await page.evaluate(
    async ([part, rules]) =>
      (window as unknown as Required<WithAxe>).axe.run(part, {
        ...rules,
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
      }),
    [selector, options] as const,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
