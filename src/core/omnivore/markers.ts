const START_MARKER_END = '_start%%';

/** Finds the start markers in a note with several articles. Returns their sorted offsets by article ID. */
export function startMarkers(text: string, from: number): ReadonlyMap<string, readonly number[]> {
  const markers = new Map<string, number[]>();
  for (
    let end = text.indexOf(START_MARKER_END, from);
    end >= 0;
    end = text.indexOf(START_MARKER_END, end + START_MARKER_END.length)
  ) {
    const start = text.lastIndexOf('%%', end - 1);
    if (start < from) continue;
    const id = text.slice(start + 2, end);
    const existing = markers.get(id);
    if (existing) existing.push(start);
    else markers.set(id, [start]);
  }
  return markers;
}
