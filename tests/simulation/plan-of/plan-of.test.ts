import { describe, expect, it } from 'vitest';
import { ARCHETYPES } from '../people/archetypes.ts';
import { MANNER_NAMES, mannerName } from '../people/manners.ts';
import { MARKS } from '../plan.ts';
import { planOf, sessionOf } from './plan-of.ts';
import { TROUBLES } from './troubles.ts';
import { WEATHERS } from './weathers.ts';
import { sentencesOf, strikeName } from './words.ts';

const SESSIONS = 2_000;
const { sessions } = planOf(1, SESSIONS);
const blows = sessions.flatMap((session) => session.blows);
const strikes = blows.map(({ what }) => what);
const share = (holds: (session: (typeof sessions)[number]) => boolean): number =>
  sessions.filter(holds).length / SESSIONS;
const powerCuts = (session: (typeof sessions)[number]): number =>
  session.blows.filter(({ what }) => what.kind === 'power').length;

describe('a plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf(7, 50)).toEqual(planOf(7, 50));
    expect(planOf(8, 50).sessions).not.toEqual(planOf(7, 50).sessions);
  });

  it('draws each session from the seed and its own number alone', () => {
    expect(planOf(7, 50).sessions[30]).toEqual(sessionOf(7, 31));
  });

  it('has every archetype, manner and way to pay and take in 2,000 sessions', () => {
    const names = new Set(sessions.map(({ archetype }) => archetype));
    expect(ARCHETYPES.filter(({ name }) => !names.has(name))).toEqual([]);
    expect(new Set(sessions.map(({ manner }) => mannerName(manner)))).toEqual(new Set(MANNER_NAMES));
    expect(new Set(sessions.map(({ manner }) => manner.pays)).size).toBe(7);
    expect(new Set(sessions.map(({ manner }) => manner.takes)).size).toBe(3);
  });

  it('has every trouble of every device in 2,000 sessions, done all the same and gone included', () => {
    const struck = new Set(
      strikes.flatMap((what) =>
        what.kind === 'device' ? [JSON.stringify([what.device, { ...what.fault, times: 0 }])] : [],
      ),
    );
    const missing = TROUBLES.filter(
      ({ device, fault }) => !struck.has(JSON.stringify([device, { ...fault, times: 0 }])),
    );
    expect(missing).toEqual([]);
  });

  it('has every other kind of strike, and power cuts at every mark, in 2,000 sessions', () => {
    const names = new Set(strikes.map(strikeName));
    const wanted = [
      ...['issuer-bin-full', 'acceptor-bin-full', 'documents-late', 'faces-late', 'paper-out'],
      ...['down', 'slow', 'restarted', 'restored'].map((what) => `centre ${what}`),
      ...['mute', 'slow', 'refuses-refunds'].map((mode) => `acquirer ${mode}`),
      ...Object.keys(WEATHERS).map((weather) => `network ${weather}`),
      ...['back', 'forward'].flatMap((way) =>
        ['some minutes', 'a day', 'some years'].map((far) => `clock ${way} ${far}`),
      ),
      ...['disk full', 'power fails', 'technician asked for', 'technician asked for who counts wrong'],
    ];
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    const cutAt = new Set(blows.filter(({ what }) => what.kind === 'power').map(({ on }) => on));
    expect(cutAt).toEqual(new Set(MARKS));
  });

  it('leaves about half the sessions alone, cuts the power in one of eight, and comes to rest in one of ten', () => {
    expect(share((one) => one.blows.length === 0)).toBeGreaterThan(0.4);
    expect(share((one) => one.blows.length === 0)).toBeLessThan(0.6);
    expect(share((one) => powerCuts(one) > 0)).toBeCloseTo(1 / 8, 1);
    expect(share((one) => powerCuts(one) > 1)).toBeGreaterThan(0.005);
    expect(share((one) => one.calmAfter)).toBeCloseTo(0.1, 1);
  });

  it('comes calmer and rougher', () => {
    const howMany = (severity: 'calm' | 'rough') =>
      planOf(1, 300, severity).sessions.reduce((sum, one) => sum + one.blows.length, 0);
    expect(howMany('calm')).toBeLessThan(100);
    expect(howMany('rough')).toBeGreaterThan(400);
  });

  it('lets people come back who were there before', () => {
    const again = sessions.filter((one) => one.again !== null);
    expect(again.length / SESSIONS).toBeCloseTo(0.08, 1);
    expect(again.filter((one) => (one.again ?? 0) >= one.number || (one.again ?? 0) < 1)).toEqual([]);
  });

  it('says every blow in a line of its own', () => {
    const sentences = sentencesOf({ sessions });
    expect(sentences).toHaveLength(sessions.length + blows.length);
    expect(sentences.filter((line) => /undefined|null|NaN/.test(line))).toEqual([]);
  });

  it('is drawn fast: 5,000 sessions within a second', () => {
    const begun = performance.now();
    planOf(3, 5_000);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
