/** The one place that sets the tests' time zone; where it matters, a test names its own. */
export default function setTimeZone() {
  process.env.TZ = 'UTC';
}
