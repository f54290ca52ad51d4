/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { article, SCANNED, start, until } from '../start';
import { button, choose, menuItems, openPanel, rows, untilRows } from './panel';

let simulation: Simulation;
afterEach(() => simulation.close());

const CLIPPING = `---
title: Tide clocks
source: "https://www.harbourpress.example.org/tide-clocks?utm_source=x"
created: 2025-01-01
tags:
  - clippings
---
The tide clock.
`;
const OTHER = article({ title: 'Other' })
  .replace('4a7c6a1e', '5a7c6a1e')
  .replace('example.org/tide-clocks)', 'example.org/other)')
  .replace('tide-clocks-18e3d5b1a2c', 'other-18e3d5b1a2d');

async function duplicates(): Promise<string> {
  button('Filter').click();
  await until('the menu', () => menuItems().length > 0);
  return menuItems().find((item) => item.startsWith('Duplicates')) ?? '';
}

test('the filter for duplicates finds an article that Web Clipper has clipped too, as long as the clipping is there', async () => {
  const files = { 'A/Tides.md': article(), 'A/Other.md': OTHER, 'Clippings/Tides.md': CLIPPING };
  simulation = await start(files, SCANNED);
  await openPanel(simulation);
  await untilRows();
  expect(await duplicates()).toContain('1');
  choose('Duplicates');
  const found = (): readonly string[] => rows().slice(1);
  await until('the duplicate', () => found().join() === 'Tide clocks');
  const { vault } = simulation.app;
  const clipping = vault.getFileByPath('Clippings/Tides.md');
  if (!clipping) throw new Error('no clipping');
  await vault.rename(clipping, 'Clippings/Renamed.md');
  await until('the same', () => found().join() === 'Tide clocks');
  await vault.delete(clipping);
  await until('nothing', () => rows().length === 0);
});
