import { describe, expect, it } from 'vitest';
import { fleetSettings } from './settings.ts';
import { Tally } from './tally.ts';

describe('counting what a fleet asks', () => {
  it('counts since it began, and rates by the whole second since ever', () => {
    const tally = new Tally();
    tally.sent(5_100);
    tally.begin();
    for (const at of [5_900, 6_100, 6_200, 7_500]) tally.sent(at);
    for (const ms of [1, 2, 3, 100]) tally.answered('beat', ms);
    tally.answered('poll', 7);
    tally.failed('beat: 500');
    expect(tally.end()).toMatchObject({
      ...{ requests: 4, errors: 1, p50Ms: 3, p99Ms: 100 },
      p99MsByKind: { beat: 100, poll: 7 },
    });
    expect(tally.troubles()).toEqual({ 'beat: 500': 1 });
    expect(tally.perSecond(4_500, 8_000)).toEqual([2, 2, 1]);
  });

  it('has no figures where nothing was answered', () => {
    expect(new Tally().end()).toMatchObject({ requests: 0, p50Ms: 0, p99Ms: 0 });
  });
});

describe('the arguments of a run', () => {
  it('refuses what makes no sense in a sentence', () => {
    expect(fleetSettings(['--kiosks', '40', '--seconds', '2'])).toMatchObject({ kiosks: 40, seconds: 2 });
    expect(() => fleetSettings(['--kiosks', 'many'])).toThrow('npm run fleet');
    expect(() => fleetSettings(['--parts', 'lunch'])).toThrow('npm run fleet');
    expect(() => fleetSettings(['--centres', '2'])).toThrow('PostgreSQL'.toLowerCase());
  });
});
