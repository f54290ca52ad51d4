import { STORIES } from '../../stories';
import { appliesTo } from '../../stories/driver';
import { appDriver } from '../app-driver';

describe('user stories', () => {
  const app = appDriver();
  for (const story of STORIES.filter((each) => appliesTo(each, app))) {
    it(story.name, () => story.play(app));
  }
});
