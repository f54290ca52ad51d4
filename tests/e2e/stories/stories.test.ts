import { STORIES } from '../../stories';
import { appliesTo } from '../../stories/driver';
import { simulatorDriver } from './simulator-driver';

const DEVICES = [
  ['a computer', simulatorDriver(false)],
  ['a phone', simulatorDriver(true)],
] as const;

describe.each(DEVICES)('on %s', (_, app) => {
  afterEach(() => app.close());

  test.each(
    STORIES.filter((story) => appliesTo(story, app)).map((story) => [story.name, story] as const),
  )('%s', (_name, story) => story.play(app));
});
