import { messages } from '../../core/i18n';
import {
  markdownReport,
  type ReportItem,
  type ReportSection,
} from '../../core/report/markdown-report';
import { shortReasonOf } from '../attention/attention-rows';
import { notify } from '../components/notify';
import { copyText } from '../panel/article-menu';
import { reasonWithQuote } from '../components/quoted';
import type { PluginContext } from '../plugin-context';
import { createWithFreeName } from '../store/free-path';
import { plainReason } from '../store/plain-reason';
import type { RunWindowRow } from './run-rows';

/** What a report is made of. */
export interface ReportSource {
  readonly title: string;
  readonly summary: readonly string[];
  readonly rows: readonly RunWindowRow[];
}

/** Draws *Copy report* and *Save report as a note*. */
export function drawReportButtons(
  el: HTMLElement,
  { app }: PluginContext,
  source: () => ReportSource,
): void {
  const { run } = messages().runs;
  const button = (text: string, act: () => Promise<void>): void =>
    el.createEl('button', { text }).addEventListener('click', () => {
      act().catch((error: unknown) => notify(run.reportFailed(plainReason(error))));
    });
  button(run.copyReport, async () => {
    await copyText(reportText(source()), run.copied);
  });
  button(run.saveReport, async () => {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const time = [now.getHours(), now.getMinutes()];
    const name = `${run.reportName} ${joinPadded(day, '-')} ${joinPadded(time, '.')}.md`;
    notify(run.savedReport(await createWithFreeName(app, name, reportText(source()))));
  });
}

function joinPadded(numbers: readonly number[], separator: string): string {
  return numbers.map((number) => String(number).padStart(2, '0')).join(separator);
}

/** Writes the rows of a run in Markdown. */
function reportText({ title, summary, rows }: ReportSource): string {
  const sections: (ReportSection & { readonly items: ReportItem[] })[] = [];
  for (const row of rows) {
    if ((row.kind === 'heading' || row.kind === 'section') && 'text' in row) {
      sections.push({ heading: row.text, items: [] });
    }
    const item = itemOf(row);
    if (item) sections.at(-1)?.items.push(item);
  }
  return markdownReport(title, summary, sections);
}

function itemOf(row: RunWindowRow): ReportItem | null {
  const { repairs, runs } = messages();
  switch (row.kind) {
    case 'note':
      return { path: row.path, text: row.reason };
    case 'changed':
      return { path: row.path, text: row.about };
    case 'file':
      return { path: row.path, text: '' };
    case 'finding': {
      const { item, path } = row;
      if (item.kind === 'image')
        return { path, text: reasonWithQuote(shortReasonOf(item), item.url) };
      const reason = reasonWithQuote(shortReasonOf(item), item.text);
      const text = item.repair === null ? reason : runs.named(repairs[item.repair], reason);
      return { path, text };
    }
    default:
      return null;
  }
}
