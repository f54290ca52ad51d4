/**
 * What `npm run bench` measures, by id: the value's unit and the target. Lower is better.
 */
export const TARGETS = {
  plan: { what: 'plan() of a 17 KB note, in memory', unit: '× line edit', max: 1.5 },
  repair: { what: 'repair, in memory (tmpfs)', unit: '× sed', max: 1 },
  'repair-disk': { what: 'repair on a disk, every note durable', unit: '× sed', max: 2.5 },
  'dry-run': { what: 'repair --dry-run', unit: '× reading', max: 1.5 },
  scan: { what: 'scan', unit: '× reading', max: 1.5 },
  ordinary: { what: 'scan of ordinary notes, no saved article', unit: '× reading', max: 1.1 },
  memory: { what: 'memory of scan, dry run and repair', unit: 'MB over Node', max: 150 },
  'panel-open': { what: 'panel, 50,000 articles: open', unit: 'ms', max: 100 },
  'panel-key': { what: 'panel: key to rows', unit: 'ms', max: 16 },
  'panel-group': { what: 'panel: group by something else', unit: 'ms', max: 33 },
  'panel-change': { what: 'panel: one note changed', unit: 'ms', max: 16 },
  'panel-scroll': { what: 'panel: longest frame while scrolling', unit: 'ms', max: 33 },
  'page-task': { what: 'page: longest task of preview, run, undo', unit: 'ms', max: 50 },
  'page-task-10mb': { what: 'page: longest task with a 10 MB note', unit: 'ms', max: 50 },
  'load-time': { what: 'main.js, compiled and evaluated', unit: '× typescript.js', max: 0.12 },
  onload: { what: 'onload', unit: 'ms', max: 10 },
};

/** Returns the rows of the result: each target with its value and a verdict. `values` are by id; what was not measured is missing. */
export function resultRows(values) {
  return Object.entries(TARGETS).map(([id, target]) => {
    const value = values[id] ?? null;
    return { id, ...target, value, verdict: verdictOf(value, target.max) };
  });
}

function verdictOf(value, max) {
  if (value === null) return 'not measured';
  return value <= max ? 'PASS' : 'MISS';
}

/** Returns a value with three digits, as people read it. */
export function shownValue(value) {
  if (value === null) return '–';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
