const END = '_start%%';

/** Finds the start markers in a note with several articles. Returns their sorted offsets by article ID. */
export function startMarkers(text: string, from: number): ReadonlyMap<string, readonly number[]> {
  const markers = new Map<string, number[]>();
  for (let end = text.indexOf(END, from); end >= 0; end = text.indexOf(END, end + END.length)) {
    const start = text.lastIndexOf('%%', end - 1);
    if (start < from) continue;
    const id = text.slice(start + 2, end);
    const known = markers.get(id);
    if (known) known.push(start);
    else markers.set(id, [start]);
  }
  return markers;
}
