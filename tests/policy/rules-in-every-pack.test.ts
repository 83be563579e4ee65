import { describe, expect, it } from 'vitest';
import { addYears, day } from '../../src/calendar/calendar-day.ts';
import { SERVICES, type ServiceId } from '../../src/contracts/service.ts';
import { LANGUAGES } from '../../src/contracts/view.ts';
import { checkDocument } from '../../src/identity/check-document.ts';
import { checkCharacter } from '../../src/identity/citizen-number.ts';
import type { DocumentKind, IdentityDocument } from '../../src/identity/document.ts';
import { type ChargeQuestion, chargeFor } from '../../src/policy/charge.ts';
import { EXCHANGE_REASONS, type ExchangeReason } from '../../src/policy/closed-sets.ts';
import { feeOn } from '../../src/policy/fee.ts';
import { inLanguage } from '../../src/policy/in-language.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import { isServed } from '../../src/policy/served-region.ts';
import { PACK_IDS, PACKS, type PackId } from './packs.ts';

/** After every dated change the packs know of. */
const TODAY = day('2026-03-02');
const BEFORE_WAIVER = day('2024-09-30');
const WAIVED_FROM = day('2024-10-01');

/** One row of a rule: its id with what it says, and the value in each pack. */
type Row = readonly [rule: string, of: (pack: PolicyPack) => unknown, expected: Record<PackId, unknown>];
const row = (
  rule: string,
  of: (pack: PolicyPack) => unknown,
  hainan: unknown,
  henan: unknown,
  suzhou: unknown,
): Row => [rule, of, { hainan, henan, 'jiangsu-suzhou': suzhou }];
const everywhere = (rule: string, of: (pack: PolicyPack) => unknown, value: unknown): Row =>
  row(rule, of, value, value, value);

const cost =
  (question: Partial<ChargeQuestion> & Pick<ChargeQuestion, 'service'>) =>
  (policy: PolicyPack): number | null =>
    chargeFor({ on: TODAY, waivers: [], lossToo: false, exchangeReason: null, ...question, policy })?.total ??
    null;
const exchange = (policy: PolicyPack, reason: ExchangeReason) =>
  policy.exchange.reasons.find((entry) => entry.reason === reason);
const isOpen = (policy: PolicyPack, service: ServiceId): boolean =>
  policy.services.some((entry) => entry.service === service && entry.enabled);

/** Somebody with a document of this kind, born on this day. */
function person(birth: string, kind: DocumentKind = 'resident-id-card'): IdentityDocument {
  const digits = `460199${birth.replaceAll('-', '')}002`;
  return {
    kind,
    name: '试验甲',
    sex: 'female',
    ethnicGroup: kind === 'resident-id-card' ? '01' : null,
    birthDate: day(birth),
    address: '',
    number: kind === 'foreigner-permit-2017' ? 'GBR110199001011' : digits + checkCharacter(digits),
    issuer: '测试市公安局样例分局',
    validFrom: day('2020-01-01'),
    validTo: null,
  };
}
const admits =
  (birth: string, kind: DocumentKind = 'resident-id-card') =>
  (policy: PolicyPack): boolean =>
    checkDocument(person(birth, kind), TODAY, policy.identity).ok;

const IDENTITY: readonly Row[] = [
  row('ID-2 the age of self-service', (p) => p.identity.selfServiceAge, 16, 16, 18),
  everywhere('ID-2 an adult is served', admits('1990-01-01'), true),
  row('ID-2 16 today is served where 16 is the age', admits('2010-03-02'), true, true, false),
  everywhere('ID-2 16 tomorrow is not', admits('2010-03-03'), false),
  everywhere('ID-2 18 today is served', admits('2008-03-02'), true),
  row('ID-2 18 tomorrow is served where 16 is the age', admits('2008-03-03'), true, true, false),
  everywhere('ID-2 a guardian is told what to bring', (p) => p.guardianPapers.length > 0, true),
  row('ID-8 a residence permit', admits('1990-01-01', 'hmt-residence-permit'), false, false, true),
  row('ID-8 a permit of 2017', admits('1990-01-01', 'foreigner-permit-2017'), false, false, true),
  row('ID-8 a permit of 2023', admits('1990-01-01', 'foreigner-permit-2023'), false, false, true),
  row('ID-10 a card of 460100', (p) => isServed(p.servedRegions, '460100'), true, false, false),
  row('ID-10 a card of 410100', (p) => isServed(p.servedRegions, '410100'), false, true, false),
  row('ID-10 a card of 320500', (p) => isServed(p.servedRegions, '320500'), false, false, true),
  everywhere('ID-10 a card of 320100', (p) => isServed(p.servedRegions, '320100'), false),
  everywhere('ID-6 three tries at the camera, no staff', (p) => [p.face.tries, p.face.staffCheck], [
    3,
    false,
  ]),
];

const APPLY_AND_ACTIVATE: readonly Row[] = [
  everywhere('APPLY-5 the first card is free', (p) => feeOn(p.application.fee, TODAY), 0),
  row('APPLY-6 ready within working days', (p) => p.application.readyWithinWorkingDays, 30, 30, 15),
  row('APPLY-6 days to collect', (p) => p.application.collectWithinDays, 180, 30, 30),
  row('APPLY-6 at once', (p) => p.issuance.instantFor.includes('apply'), true, false, true),
  everywhere('ACT-5 activation is free', (p) => feeOn(p.activation.fee, TODAY), 0),
  everywhere('ACT-3 six digits', (p) => p.activation.pinDigits, 6),
  row(
    'ACT-2 an older card ends with it (J 2.3.2)',
    (p) => p.electronicCard.endsOlderCard !== null,
    false,
    false,
    true,
  ),
  row('M A5 a photo from this age on', (p) => p.issuance.photoFromAge, 7, 0, 7),
  everywhere('M A6 a card is valid for years', (p) => p.issuance.validYears, 10),
  everywhere('INV-2 one more blank is tried', (p) => p.issuance.blanksToTry, 2),
  row('N 5 the social security PIN is in use', (p) => p.socialSecurityPin.inUse, false, true, true),
  everywhere('N 5 its initial value is no new one', (p) => p.socialSecurityPin.initialAllowed, false),
];

const DAYS_15 = [{ kind: 'days', days: 15 }, { kind: 'long-term' }];
const LOSS_AND_REPLACEMENT: readonly Row[] = [
  row(
    'LOSS-2 terms of a temporary report',
    (p) => p.loss.temporaryTerms,
    DAYS_15,
    [],
    [{ kind: 'days', days: 7 }],
  ),
  everywhere('LOSS-3 a formal report', (p) => p.loss.formalAtKiosk, true),
  row('LOSS-4 a formal report costs', cost({ service: 'loss' }), 1000, 0, 0),
  everywhere('LOSS-4 not before activation', cost({ service: 'loss', waivers: ['never-activated'] }), 0),
  row('LOSS-4 hardship alone', cost({ service: 'loss', waivers: ['hardship'] }), 1000, 0, 0),
  row(
    'LOSS-5 numbers to call',
    (p) => p.hotlines.map((line) => line.number),
    ['12333', '0898-96588'],
    ['12333'],
    ['12333', '962026'],
  ),
  row('LOSS-6 undone at the kiosk', (p) => p.loss.undoAtKiosk, false, false, true),
  row('REPL-1 REPL-3 report and card together', cost({ service: 'replace', lossToo: true }), 2500, 0, 0),
  row(
    'REPL-2 account numbers to choose',
    (p) => p.replacement.accountChoices,
    ['same', 'new'],
    ['new'],
    ['new'],
  ),
  row('REPL-3 the card', cost({ service: 'replace' }), 1500, 0, 0),
  everywhere(
    'REPL-3 not before activation',
    cost({ service: 'replace', lossToo: true, waivers: ['never-activated'] }),
    0,
  ),
  everywhere('REPL-3 no card fee in hardship', cost({ service: 'replace', waivers: ['hardship'] }), 0),
  row('REPL-7 the day before the waiver', cost({ service: 'replace', on: BEFORE_WAIVER }), 1500, 1500, 0),
  row('REPL-7 the day of the waiver', cost({ service: 'replace', on: WAIVED_FROM }), 1500, 0, 0),
  row('REPL-8 reminded above', (p) => p.replacement.remindAbovePerMonth, null, null, 3),
  everywhere('REPL-1 a new card at once', (p) => p.issuance.instantFor.includes('replace'), true),
  row('REPL-1 else within working days', (p) => p.issuance.readyWithinWorkingDays, 30, 30, 5),
];

const SWAP_AND_EXCHANGE: readonly Row[] = [
  everywhere('SWAP-4 the swap is free', cost({ service: 'swap' }), 0),
  row('SWAP-2 account numbers to choose', (p) => p.swap.accountChoices, ['same', 'new'], ['new'], ['new']),
  row('SWAP-1 the swap is open', (p) => isOpen(p, 'swap'), true, false, false),
  everywhere(
    'EXCH-1 every reason is decided',
    (p) => p.exchange.reasons.map((entry) => entry.reason).sort(),
    [...EXCHANGE_REASONS].sort(),
  ),
  row(
    'EXCH-1 settled at the kiosk',
    (p) => p.exchange.reasons.filter((entry) => entry.where === 'kiosk').map((entry) => entry.reason),
    ['generation'],
    ['face-damaged', 'expiry'],
    [],
  ),
  everywhere('EXCH-2 expiry is free', cost({ service: 'exchange', exchangeReason: 'expiry' }), 0),
  everywhere('EXCH-2 generation is free', cost({ service: 'exchange', exchangeReason: 'generation' }), 0),
  row('EXCH-2 a damaged card', cost({ service: 'exchange', exchangeReason: 'face-damaged' }), 1500, 0, 0),
  row(
    'EXCH-2 REPL-7 a damaged card before the waiver',
    cost({ service: 'exchange', exchangeReason: 'face-damaged', on: BEFORE_WAIVER }),
    1500,
    1500,
    0,
  ),
  row('EXCH-2 own wish', cost({ service: 'exchange', exchangeReason: 'own-wish' }), 1500, 0, 0),
  everywhere(
    'EXCH-2 none in hardship',
    cost({ service: 'exchange', exchangeReason: 'own-wish', waivers: ['hardship'] }),
    0,
  ),
  everywhere('EXCH-3 a printing error is free, at a counter', (p) => exchange(p, 'printing-error'), {
    reason: 'printing-error',
    where: 'counter',
    free: true,
    topic: 'printing-error',
  }),
  everywhere(
    'EXCH-4 changed data need papers: a counter',
    (p) => exchange(p, 'data-changed')?.topic,
    'key-data',
  ),
  everywhere(
    'EXCH-6 the partner bank is changed at a counter',
    (p) => exchange(p, 'change-of-bank')?.where,
    'counter',
  ),
  row(
    'EXCH-6 not within months, ready within working days',
    (p) => [p.exchange.changeOfBank.notWithinMonths, p.exchange.changeOfBank.readyWithinWorkingDays],
    [6, 15],
    [null, null],
    [null, null],
  ),
  everywhere('EXCH-6 known from a summary alone', (p) => p.exchange.changeOfBank.confirmed, false),
];

const OTHER_SERVICES: readonly Row[] = [
  everywhere('CERT-1 valid for months', (p) => p.certification.validMonths, 12),
  row('CERT-2 queued with the link down', (p) => p.certification.acceptedOffline, true, false, false),
  row('REC-1 kinds of insurance', (p) => p.records.types.length, 5, 3, 5),
  row('ECARD-2 a code may stand in for the card', (p) => p.electronicCard.standsInForCard, true, true, false),
  everywhere(
    'ECARD-1 no address is made up',
    (p) => p.electronicCard.channels.filter((entry) => entry.url !== null),
    [],
  ),
  row(
    'closed services',
    (p) => SERVICES.filter((service) => !isOpen(p, service)),
    [],
    ['swap', 'certify', 'contact-data'],
    ['swap', 'certify', 'records', 'contact-data', 'electronic-card'],
  ),
  everywhere(
    'FIND-1 HELP-1 READ-1 PROG-1 always open',
    (p) => (['outlets', 'help', 'read-card', 'progress'] as const).every((service) => isOpen(p, service)),
    true,
  ),
];

describe.each(PACK_IDS)('the rules in the pack of %s', (id) => {
  const pack = PACKS[id];

  it.each([
    ...IDENTITY,
    ...APPLY_AND_ACTIVATE,
    ...LOSS_AND_REPLACEMENT,
    ...SWAP_AND_EXCHANGE,
    ...OTHER_SERVICES,
  ])('%s', (_, of, expected) => {
    expect(of(pack)).toEqual(expected[id]);
  });

  it('the file is called as the pack', () => {
    expect(pack.id).toBe(id);
  });

  it('APPLY-5 REPL-7 SWAP-4 a tile that says free costs nothing now, however it goes', () => {
    const questions: Record<'loss' | 'replace' | 'swap' | 'exchange', (number | null)[]> = {
      loss: [cost({ service: 'loss' })(pack)],
      replace: [cost({ service: 'replace', lossToo: true })(pack)],
      swap: [cost({ service: 'swap' })(pack)],
      exchange: EXCHANGE_REASONS.map((exchangeReason) => cost({ service: 'exchange', exchangeReason })(pack)),
    };
    for (const [service, fees] of Object.entries(questions)) {
      const free = pack.services.find((entry) => entry.service === service)?.free;
      expect([service, free]).toEqual([service, fees.every((fee) => fee === 0)]);
    }
  });

  it('REPL-7 a charge of zero has no item left to pay', () => {
    for (const exchangeReason of EXCHANGE_REASONS)
      for (const service of ['loss', 'replace', 'swap', 'exchange'] as const) {
        const charge = chargeFor({
          service,
          policy: pack,
          on: TODAY,
          waivers: [],
          lossToo: true,
          exchangeReason,
        });
        expect(charge?.total === 0).toBe(charge?.items.length === 0);
      }
  });

  it('REPL-7 every fee holds from the first day of the pack for ever', () => {
    for (const fees of [
      pack.application.fee,
      pack.activation.fee,
      pack.loss.fee,
      pack.replacement.fee,
      pack.swap.fee,
      pack.exchange.fee,
    ])
      for (const on of [pack.effectiveFrom, TODAY, addYears(TODAY, 50)])
        expect(feeOn(fees, on)).not.toBeNull();
  });

  it('13 each thing that only a counter does has a screen: who, papers, where, how long', () => {
    expect(pack.counterTopics.map((topic) => topic.id)).toEqual([
      'under-16',
      'guardians-agents',
      'cancelling',
      'forgotten-pin',
      'key-data',
      'foreigners-hmt',
      'change-of-bank',
      'printing-error',
      'undo-loss',
      'exchange-at-counter',
    ]);
  });

  it('no text of the other language has slipped in', () => {
    const texts = [
      pack.title,
      ...pack.guardianPapers,
      ...pack.counterTopics.flatMap(({ title, who, papers, where, howLong }) => [
        title,
        who,
        ...papers,
        where,
        howLong,
      ]),
      ...pack.electronicCard.channels.flatMap(({ name, note }) => [name, note]),
    ];
    for (const text of texts)
      for (const language of LANGUAGES)
        expect(/\p{Script=Han}/u.test(inLanguage(text, language))).toBe(language === 'zh-CN');
  });
});

describe('what makes the packs differ', () => {
  it('LOSS-2 REPL-7 ID-2 the tables tell the three apart', () => {
    const answers = PACK_IDS.map((id) =>
      JSON.stringify([...IDENTITY, ...LOSS_AND_REPLACEMENT].map(([, of]) => of(PACKS[id]))),
    );
    expect(new Set(answers).size).toBe(PACK_IDS.length);
  });
});
