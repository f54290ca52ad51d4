import assert from 'node:assert/strict';
import { CLAIM_NOTES, CLAIMS } from '../../stories/claims';
import { appliesTo } from '../../stories/driver';
import { appDriver } from '../app-driver';

describe('what the simulator claims about the app', () => {
  const app = appDriver();

  before(() => app.open({ notes: CLAIM_NOTES }));

  for (const { claim, ask, answer } of CLAIMS.filter((each) => appliesTo(each, app))) {
    it(claim, async () => assert.deepEqual(await ask(app), answer));
  }
});
