import { generateKeyPairSync } from 'node:crypto';
import { type SealingKey, sealingKey } from '../../src/contracts/configuration/poll.ts';
import { seededDice } from '../crash/dice.ts';
import { Caller } from './caller.ts';
import type { Enrolled } from './enrol-all.ts';
import type { FleetLink } from './link.ts';
import { MadeUpKiosk } from './made-up-kiosk.ts';
import type { FleetSettings } from './settings.ts';
import type { Temper } from './standing.ts';
import type { FleetTrust } from './trust.ts';

/** Shares of kiosks that a new pack makes fail, and that take it in only to find that it does not go with them. */
const RETURNS = 0.02;
const REFUSES = 0.01;

/** All made-up kiosks of a run. */
export class Fleet {
  readonly kiosks: readonly MadeUpKiosk[];
  readonly #running: Promise<unknown>[] = [];
  #listener: ((closedServices: number) => void) | null = null;

  constructor(enrolled: readonly Enrolled[], link: FleetLink, trust: FleetTrust, settings: FleetSettings) {
    const dice = seededDice(settings.seed);
    const own = newSealingKey();
    const temper = (): Temper =>
      dice.chance(RETURNS) ? 'returns' : dice.chance(REFUSES) ? 'refuses' : 'well';
    this.kiosks = enrolled.map(({ kioskId, key }, number) => {
      const ways = {
        ...{ seed: settings.seed, round: settings.round, sessions: settings.sessions },
        ...{ temper: temper(), sealingKey: own },
        onAssignment: (closed: number) => this.#listener?.(closed),
      };
      return new MadeUpKiosk(new Caller(link, number, key, kioskId), trust, number, ways);
    });
  }

  run(): void {
    for (const kiosk of this.kiosks) this.#running.push(kiosk.run());
  }

  async stop(): Promise<void> {
    for (const kiosk of this.kiosks) kiosk.stop();
    await Promise.all(this.#running);
  }

  /** Hears of every assignment that a kiosk takes in from now on; the one before hears no more. */
  onAssignment(listener: ((closedServices: number) => void) | null): void {
    this.#listener = listener;
  }

  /** How many are where, by what they say of their configuration. */
  places(): Record<string, number> {
    const places: Record<string, number> = {};
    for (const { poller } of this.kiosks) {
      places[poller.standing.place] = (places[poller.standing.place] ?? 0) + 1;
    }
    return places;
  }
}

/** One for all of them: nothing here is sealed, and making ten thousand would take longer than the run. */
function newSealingKey(): SealingKey {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return sealingKey.parse(publicKey.export({ format: 'jwk' }));
}
