/** Prints a table, with the first column aligned left and the others right. */
export function printTable(heads, rows) {
  const lines = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) {
    const cells = line.map((cell, i) =>
      i === 0 ? cell.padEnd(Math.max(widths[0], 46)) : cell.padStart(widths[i]),
    );
    console.log(cells.join('  ').trimEnd());
  }
  console.log('');
}
