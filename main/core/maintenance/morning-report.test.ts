import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KioskId } from '../../../src/brand.ts';
import type { MorningReport } from '../../../src/contracts/central/readiness.ts';
import { wellFacts } from '../../../src/maintenance/memory/made-up-facts.ts';
import { readinessOf } from '../../../src/maintenance/readiness.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Store } from '../store/open-store.ts';
import type { CallTrouble } from '../sync/call-trouble.ts';
import { LinkState } from '../sync/link-state.ts';
import { newFolder, silentLog, storeIn } from '../test-kiosk.ts';
import { seededEntropy, settled, VirtualClock } from '../virtual-clock.ts';
import { dayOfReport, reportMornings } from './morning-report.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** In Shanghai, on 5 January 2026. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 0, 5, hour - 8, minute);

const linkDown: CallTrouble = { kind: 'link-down', sent: true, code: 'ECONNRESET' };
const refused = (status: number): CallTrouble => ({ kind: 'problem', status, code: 'invalid-request' });

/** A kiosk that reports its mornings to a centre that answers as told; the power may be cut. */
class Mornings {
  readonly clock: VirtualClock;
  readonly #folder = newFolder();
  /** What reached the centre, whether it could answer or not. */
  readonly arrived: MorningReport[] = [];
  answer: () => Result<void, CallTrouble> = () => ok(undefined);
  readonly link = new LinkState();
  made = 0;
  store: Store;
  #stop: AbortController | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(startAt: number) {
    this.clock = new VirtualClock(startAt);
    this.store = storeIn(this.#folder, this.clock);
    this.store.identity.enrolled('kiosk-1' as KioskId);
  }

  start(): void {
    const stop = new AbortController();
    this.#stop = stop;
    this.#running = reportMornings(
      {
        store: this.store,
        timers: this.clock,
        entropy: seededEntropy(1),
        report: async () => {
          this.made += 1;
          return readinessOf({ ...wellFacts, now: this.clock.now() });
        },
        sync: {
          link: this.link,
          readinessReports: {
            send: async (report) => {
              const answer = this.answer();
              if (answer.ok || answer.error.kind !== 'link-down' || answer.error.sent)
                this.arrived.push(report);
              return answer;
            },
          },
        },
        log: silentLog,
      },
      stop.signal,
    );
  }

  async cut(): Promise<void> {
    this.#stop?.abort();
    await this.#running;
    this.store.close();
    await settled();
    this.store = storeIn(this.#folder, this.clock);
  }

  days(): string[] {
    return this.arrived.map(({ day }) => day);
  }
}

describe('the morning report', () => {
  it('is of today from 06:30 in Shanghai on, before that of yesterday', () => {
    expect(dayOfReport(at(6, 29))).toBe('2026-01-04');
    expect(dayOfReport(at(6, 30))).toBe('2026-01-05');
    expect(dayOfReport(at(30, 29))).toBe('2026-01-05');
  });

  it('is made once each morning by itself, and goes to the centre', async () => {
    const kiosk = new Mornings(at(5));
    kiosk.start();
    await kiosk.clock.advance(HOUR_MS);
    expect(kiosk.days()).toEqual(['2026-01-04']);
    await kiosk.clock.advance(3 * DAY_MS);
    expect(kiosk.days()).toEqual(['2026-01-04', '2026-01-05', '2026-01-06', '2026-01-07']);
    expect(new Date(kiosk.arrived[1]?.report.madeAt ?? 0).toISOString()).toMatch(/T22:3[01]/);
    expect(
      kiosk.store.audit
        .all()
        .filter(({ event, detail }) => event === 'readiness-reported' && detail.how === 'centre'),
    ).toHaveLength(4);
    await kiosk.cut();
  });

  it('is made at the first start after it, once the devices have had time to come up', async () => {
    const kiosk = new Mornings(at(9));
    kiosk.start();
    await kiosk.clock.advance(MINUTE_MS);
    expect(kiosk.made).toBe(0);
    await kiosk.clock.advance(2 * MINUTE_MS);
    expect(kiosk.days()).toEqual(['2026-01-05']);
    await kiosk.cut();
    kiosk.start();
    await kiosk.clock.advance(HOUR_MS);
    expect([kiosk.made, kiosk.days()]).toEqual([1, ['2026-01-05']]);
    await kiosk.cut();
  });

  it('waits for the centre through days and power cuts, oldest first', async () => {
    const kiosk = new Mornings(at(9));
    kiosk.answer = () => err({ ...linkDown, sent: false });
    kiosk.start();
    await kiosk.clock.advance(2 * DAY_MS);
    await kiosk.cut();
    kiosk.answer = () => ok(undefined);
    kiosk.start();
    await kiosk.clock.advance(5 * MINUTE_MS);
    expect(kiosk.days()).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
    expect(kiosk.store.morningReports.waiting()).toBeNull();
    await kiosk.cut();
  });

  it('a link that comes back sends it now', async () => {
    const kiosk = new Mornings(at(9));
    kiosk.answer = () => err({ ...linkDown, sent: false });
    kiosk.start();
    await kiosk.clock.advance(6 * HOUR_MS);
    kiosk.answer = () => ok(undefined);
    kiosk.link.report(true);
    await kiosk.clock.advance(10);
    expect(kiosk.days()).toEqual(['2026-01-05']);
    await kiosk.cut();
  });

  it('one that the centre will never take does not hold up the next day’s', async () => {
    const kiosk = new Mornings(at(9));
    kiosk.answer = () => err(refused(400));
    kiosk.start();
    await kiosk.clock.advance(HOUR_MS);
    kiosk.answer = () => ok(undefined);
    await kiosk.clock.advance(DAY_MS);
    expect(kiosk.days()).toEqual(['2026-01-05', '2026-01-06']);
    await kiosk.cut();
  });

  it('a kiosk that is not enrolled keeps it', async () => {
    const kiosk = new Mornings(at(9));
    kiosk.store.identity.load = () => ({ kioskId: null }) as never;
    kiosk.start();
    await kiosk.clock.advance(HOUR_MS);
    expect([kiosk.made, kiosk.days()]).toEqual([1, []]);
    await kiosk.cut();
  });

  it('never has two of one day, whatever power, link and clock do, and the last one arrives', async () => {
    const step = fc.oneof(
      fc.record({ pass: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ cut: fc.constant(true) }),
      fc.record({ link: fc.constantFrom('up', 'down', 'answer-lost') }),
      fc.record({ clockByHours: fc.constantFrom(-50, -3, 3, 50, 40_000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const kiosk = new Mornings(at(5));
        kiosk.start();
        for (const now of steps) {
          if ('pass' in now) await kiosk.clock.advance(now.pass * HOUR_MS);
          else if ('clockByHours' in now) kiosk.clock.setWallClock(now.clockByHours * HOUR_MS);
          else if ('cut' in now) {
            await kiosk.cut();
            kiosk.start();
          } else {
            kiosk.answer = () =>
              now.link === 'up' ? ok(undefined) : err({ ...linkDown, sent: now.link !== 'down' });
          }
        }
        kiosk.answer = () => ok(undefined);
        kiosk.link.report(true);
        await kiosk.clock.advance(10 * MINUTE_MS);
        const byDay = Map.groupBy(kiosk.arrived, ({ day }) => day);
        for (const [, same] of byDay) expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
        expect(kiosk.made).toBe(byDay.size);
        expect(byDay.has(dayOfReport(kiosk.clock.now()))).toBe(true);
        await kiosk.cut();
      }),
      { numRuns: 12 },
    );
  }, 20_000);
});
