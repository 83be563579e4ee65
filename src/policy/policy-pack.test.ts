import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../contracts/service.ts';
import { checkPolicyPack, type PolicyPack, parsePolicyPack } from './policy-pack.ts';

const read = (path: string): string => readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8');
const JSON_TEXT = read('policy/hainan.json');

function hainan(): PolicyPack {
  const parsed = parsePolicyPack(JSON_TEXT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
/** The faults after one change to the raw pack. */
function faultsAfter(change: (pack: PolicyPack) => unknown): readonly string[] {
  const pack = structuredClone(JSON.parse(JSON_TEXT) as PolicyPack);
  change(pack);
  const checked = checkPolicyPack(pack);
  if (checked.ok || checked.error.kind !== 'invalid') return [];
  return checked.error.faults;
}

describe('the pack of Hainan', () => {
  const pack = hainan();

  it('ID-2 ID-8 opens self-service from 16 with a resident ID card only', () => {
    expect(pack.identity).toEqual({ acceptedDocuments: ['resident-id-card'], selfServiceAge: 16 });
  });

  it('ID-6 has the measured thresholds, three tries and two turns', () => {
    expect(pack.face).toEqual({
      acceptAtMost: 0.48,
      refuseAbove: 0.58,
      tries: 3,
      challengeTurns: 2,
      staffCheck: false,
    });
  });

  it('APPLY-6 promises 30 working days and 180 days to collect', () => {
    expect(pack.application.readyWithinWorkingDays).toBe(30);
    expect(pack.application.collectWithinDays).toBe(180);
  });

  it('APPLY-5 ACT-5 the first card and activation are free', () => {
    for (const fee of [...pack.application.fee, ...pack.activation.fee]) expect(fee.fen).toBe(0);
  });

  it('decides every service, and opens all of them', () => {
    expect(pack.services.map((entry) => entry.service)).toEqual(SERVICES);
    expect(pack.services.filter((entry) => !entry.enabled)).toEqual([]);
  });

  it('APPLY-6 FIND-1 offers each outlet that gives out new cards, in every region with an agency', () => {
    const outlets = JSON.parse(read('outlets/hainan-instant-issuance-outlets.json')) as {
      items: { id: string; services: { newCard: string } }[];
    };
    const issuing = outlets.items.filter((item) => item.services.newCard !== 'none').map((item) => item.id);
    expect(outlets.items).toHaveLength(81);
    expect(pack.application.collectionOutlets.map((place) => place.id)).toEqual(issuing);
    expect(pack.counters).toHaveLength(20);
    const regions = new Set(pack.application.collectionOutlets.map((place) => place.region));
    for (const counter of pack.counters) expect(regions).toContain(counter.region);
  });

  it('HELP-2 names both hotlines', () => {
    expect(pack.hotlines.map((line) => line.number)).toEqual(['12333', '0898-96588']);
  });

  it('has room for everything the central contract allows', () => {
    for (const place of pack.application.collectionOutlets) expect(place.id.length).toBeLessThanOrEqual(40);
    for (const { code } of pack.application.occupations) expect(code.length).toBeLessThanOrEqual(20);
  });
});

describe('INV-7 a pack with anything wrong is refused whole', () => {
  it.each<[string, (pack: PolicyPack) => unknown, RegExp]>([
    ['thresholds crossed', (p) => Object.assign(p.face, { acceptAtMost: 0.58 }), /face\.acceptAtMost/],
    ['typing shorter than reading', (p) => Object.assign(p.timeouts, { typingScreenSeconds: 30 }), /typing/],
    ['warning under 30 s', (p) => Object.assign(p.timeouts, { warningSeconds: 29 }), /warningSeconds/],
    ['a service twice', (p) => p.services.push(p.services[0]!), /apply is there twice/],
    ['an outlet twice', (p) => p.counters.push(p.counters[0]!), /agency-01 is there twice/],
    ['an occupation twice', (p) => p.application.occupations.push(p.application.occupations[0]!), /twice/],
    ['a fee that ends', (p) => Object.assign(p.activation.fee[0]!, { until: '2030-01-01' }), /no fee from/],
    ['a fee of half a fen', (p) => Object.assign(p.activation.fee[0]!, { fen: 0.5 }), /activation\.fee/],
    ['a day that does not exist', (p) => Object.assign(p, { effectiveFrom: '2022-02-30' }), /effectiveFrom/],
    ['an unknown field', (p) => Object.assign(p, { province: 'x' }), /province/],
    [
      'no document accepted',
      (p) => Object.assign(p.identity, { acceptedDocuments: [] }),
      /acceptedDocuments/,
    ],
    [
      'no fee for the loss report',
      (p) => Object.assign(p.loss.fee[0]!, { until: '2030-01-01' }),
      /loss\.fee/,
    ],
    ['a reason twice', (p) => p.exchange.reasons.push(p.exchange.reasons[0]!), /generation is there twice/],
    [
      'a topic nobody wrote',
      (p) => Object.assign(p.exchange.reasons[1]!, { topic: 'x' }),
      /no counter topic/,
    ],
    [
      'a counter without topic',
      (p) => Object.assign(p.exchange.reasons[1]!, { topic: null }),
      /needs a topic/,
    ],
    ['a topic twice', (p) => p.counterTopics.push(p.counterTopics[0]!), /under-16 is there twice/],
    [
      'no loss report at all',
      (p) => Object.assign(p.loss, { formalAtKiosk: false, temporaryTerms: [] }),
      /neither temporary nor formal/,
    ],
    [
      'a replacement without loss report',
      (p) => Object.assign(p.loss, { formalAtKiosk: false }),
      /needs the formal report/,
    ],
    [
      'a source of nothing',
      (p) => Object.assign(p.sources, { 'loss.feee': { says: 'x', confirmed: true } }),
      /leads to no value/,
    ],
    ['a text in one language', (p) => Object.assign(p.title, { en: '' }), /title\.en/],
  ])('%s', (_, change, expected) => {
    const faults = faultsAfter(change);
    expect(faults.join('\n')).toMatch(expected);
  });

  it('names text that is no JSON, and takes the unchanged pack', () => {
    expect(parsePolicyPack('{"id":')).toEqual({ ok: false, error: { kind: 'not-json' } });
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  it('answers any JSON with a named trouble and any broken text too', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(parsePolicyPack(text).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.nat(JSON_TEXT.length - 2), (length) => {
        expect(parsePolicyPack(JSON_TEXT.slice(0, length)).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
