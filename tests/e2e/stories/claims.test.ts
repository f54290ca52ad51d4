import { CLAIM_NOTES, CLAIMS } from '../../stories/claims';
import { appliesTo } from '../../stories/driver';
import { simulatorDriver } from './simulator-driver';

const DEVICES = [
  ['a computer', simulatorDriver(false)],
  ['a phone', simulatorDriver(true)],
] as const;

describe.each(DEVICES)('what the simulator claims about the app on %s', (_, app) => {
  beforeAll(() => app.open({ notes: CLAIM_NOTES }));
  afterAll(() => app.close());

  test.each(
    CLAIMS.filter((claim) => appliesTo(claim, app)).map((claim) => [claim.claim, claim] as const),
  )('%s', async (_name, { ask, answer }) => {
    expect(await ask(app)).toEqual(answer);
  });
});
