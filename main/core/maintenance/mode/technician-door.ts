import { dayInShanghai } from '../../../../src/calendar/calendar-day.ts';
import type { Technician, TechnicianList } from '../../../../src/contracts/maintenance/technician-list.ts';
import type {
  AskedPerson,
  KnownTechnician,
  SignInDoor,
  SignInMeans,
  SignInProblem,
  SignInRefusal,
} from '../../../../src/flows/maintenance/sign-in-door.ts';
import {
  admission,
  forgiven,
  givenBack,
  takenForWrong,
  WRONG_TRIES_TO_LOCK,
  waitingNow,
} from '../../../../src/maintenance/sign-in-tries.ts';
import type { Entropy } from '../../../../src/ports/clock.ts';
import type { TechnicianCardReader } from '../../../../src/ports/technician-card.ts';
import type { Store } from '../../store/open-store.ts';
import { CHALLENGE_BYTES, signedByCard } from './card-signature.ts';
import { stepOfCode } from './one-time-code.ts';
import { pinIsRight } from './pin-check.ts';
import { type TechnicianListSource, technicianListOf } from './technician-list-file.ts';

export interface TechnicianDoorOptions {
  readonly technicians: TechnicianListSource;
  readonly store: Pick<Store, 'technicianTries' | 'audit' | 'transaction'>;
  /** Null where the kiosk has none. */
  readonly reader: () => TechnicianCardReader | null;
  /** The centre knows this kiosk no more: whoever ends kiosks is let in, and nobody else. */
  readonly revoked: () => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly entropy: Entropy;
}

type Why =
  | 'wrong-code'
  | 'wrong-pin'
  | 'wrong-card'
  | 'not-valid-today'
  | 'waits'
  | 'locked'
  | 'same-person'
  | 'not-this-role';

/** Sentence of the screen for each reason of the audit: which of id, code, card and PIN was wrong is not said. */
const PROBLEM_OF: Readonly<Record<Why, SignInProblem>> = {
  'wrong-code': 'wrong',
  'wrong-pin': 'wrong',
  'wrong-card': 'wrong',
  'not-valid-today': 'wrong',
  waits: 'wait',
  locked: 'locked',
  'same-person': 'same-person',
  'not-this-role': 'not-this-role',
};

const refusal = (problem: SignInProblem, waitUntil: number | null = null): SignInRefusal => ({
  kind: 'refused',
  problem,
  waitUntil,
});

const on = ({ technicians }: TechnicianList, id: string): Technician | null =>
  technicians.find((one) => one.id === id) ?? null;

/** Checks technicians against the kiosk's own list; each try is on disk as a wrong one before it is checked. */
export class TechnicianDoor implements SignInDoor {
  readonly #options: TechnicianDoorOptions;

  constructor(options: TechnicianDoorOptions) {
    this.#options = options;
  }

  async card(asked: AskedPerson, signal: AbortSignal): Promise<KnownTechnician | SignInRefusal> {
    const reader = this.#options.reader();
    if (reader === null) return refusal('reader-down');
    const challenge = this.#options.entropy.bytes(CHALLENGE_BYTES);
    const answered = await reader.authenticateTechnician(challenge, signal);
    if (!answered.ok) {
      const { kind } = answered.error;
      if (kind === 'not-a-social-security-card') return refusal('wrong');
      return refusal(kind === 'device' ? 'reader-down' : 'card-not-read');
    }
    const { technician: id, signature } = answered.value;
    return this.#factor(asked, id, 'card', (technician) => {
      const right = technician?.cardKey ? signedByCard(technician.cardKey, challenge, signature) : false;
      return right ? { totpStep: null } : null;
    });
  }

  async code(asked: AskedPerson, id: string, code: string): Promise<KnownTechnician | SignInRefusal> {
    return this.#factor(asked, id, 'code', (technician, lastTotpStep) => {
      const totpStep = stepOfCode(technician?.totpSecret ?? null, code, this.#options.now(), lastTotpStep);
      return totpStep === null ? null : { totpStep };
    });
  }

  async pin(
    { person }: AskedPerson,
    { technician: id, means }: KnownTechnician,
    pin: string,
  ): Promise<Awaited<ReturnType<SignInDoor['pin']>>> {
    const { store } = this.#options;
    const list = this.#list();
    if (list === null) return refusal('no-list');
    const listed = on(list, id);
    const shut = this.#shut(id, listed, means);
    if (shut) return shut;
    this.#countAsWrong(id);
    const right = await pinIsRight(listed?.pin ?? null, pin);
    if (!right || listed === null) return this.#refused(id, listed, means, 'wrong-pin');
    store.transaction(() => {
      store.technicianTries.keep(id, forgiven(store.technicianTries.of(id)));
      store.audit.record('technician-signed-in', { technician: id, means, person });
    });
    return { kind: 'let-in', technician: id, roles: listed.roles };
  }

  /** Somebody who asked for a restart and is back: still on the list, valid and not locked. */
  known(id: string): Technician | null {
    const list = this.#list();
    const listed = list && on(list, id);
    if (!list || !listed || !this.#isValidToday(listed, list)) return null;
    if (this.#options.revoked() && !listed.roles.includes('keys')) return null;
    return admission(this.#options.store.technicianTries.of(id), this.#options.now()).kind === 'locked'
      ? null
      : listed;
  }

  /** Who needs a supervisor. Ids that are on no list are none of this kiosk's people. */
  lockedOut(): string[] {
    const list = this.#list();
    const locked = this.#options.store.technicianTries.lockedOut();
    return list ? locked.filter((id) => on(list, id) !== null) : locked;
  }

  /** A supervisor's word; asked for twice it is on record once. */
  unlock(id: string, by: string): void {
    const { store, now } = this.#options;
    const tries = store.technicianTries.of(id);
    if (admission(tries, now()).kind !== 'locked') return;
    store.transaction(() => {
      store.technicianTries.keep(id, forgiven(tries));
      store.audit.record('technician-unlocked', { technician: id, by });
    });
  }

  /** Card or code: counted, checked, and given back where it was right. */
  #factor(
    asked: AskedPerson,
    id: string,
    means: SignInMeans,
    check: (
      technician: Technician | null,
      lastTotpStep: number,
    ) => { readonly totpStep: number | null } | null,
  ): KnownTechnician | SignInRefusal {
    const tries = this.#options.store.technicianTries;
    const list = this.#list();
    if (list === null) return refusal('no-list');
    const listed = on(list, id);
    const shut = this.#shut(id, listed, means);
    if (shut) return shut;
    const before = tries.of(id);
    this.#countAsWrong(id);
    const right = check(listed, before.lastTotpStep);
    if (right === null)
      return this.#refused(id, listed, means, means === 'card' ? 'wrong-card' : 'wrong-code');
    tries.keep(id, givenBack(before, right.totpStep));
    const why = listed === null ? null : this.#whyNot(asked, listed, list);
    return why === null ? { kind: 'known', technician: id, means } : this.#refused(id, listed, means, why);
  }

  /** Who may not although card or code was right. */
  #whyNot({ besides }: AskedPerson, technician: Technician, list: TechnicianList): Why | null {
    if (!this.#isValidToday(technician, list)) return 'not-valid-today';
    if (this.#options.revoked() && !technician.roles.includes('keys')) return 'not-this-role';
    if (besides?.technician === technician.id) return 'same-person';
    return besides && !technician.roles.includes(besides.role) ? 'not-this-role' : null;
  }

  /** It is not before the list was made, whatever a clock without battery says: somebody has to come and set it. */
  #isValidToday({ validFrom, validTo }: Technician, { issuedAt }: TechnicianList): boolean {
    const today = dayInShanghai(Math.max(this.#options.now(), Date.parse(issuedAt)));
    return validFrom <= today && (validTo === null || today <= validTo);
  }

  #list(): TechnicianList | null {
    const list = technicianListOf(this.#options.technicians);
    return list.ok ? list.value : null;
  }

  /** Waits and locks hold for an id that nobody has as well: nobody learns from them who exists. */
  #shut(id: string, listed: Technician | null, means: SignInMeans): SignInRefusal | null {
    const { store, now } = this.#options;
    const kept = store.technicianTries.of(id);
    const tries = waitingNow(kept, now());
    if (tries !== kept) store.technicianTries.keep(id, tries);
    const admitted = admission(tries, now());
    switch (admitted.kind) {
      case 'free':
        return null;
      case 'wait':
        return this.#refused(id, listed, means, 'waits', admitted.until);
      case 'locked':
        return this.#refused(id, listed, means, 'locked');
    }
  }

  #countAsWrong(id: string): void {
    const { technicianTries } = this.#options.store;
    technicianTries.keep(id, takenForWrong(technicianTries.of(id), this.#options.now()));
  }

  #refused(
    id: string,
    listed: Technician | null,
    means: SignInMeans,
    why: Why,
    waitUntil: number | null = null,
  ): SignInRefusal {
    const { store, now } = this.#options;
    const tries = store.technicianTries.of(id);
    store.transaction(() => {
      const technician = listed === null ? null : id;
      store.audit.record('technician-refused', { technician, means, why, wrong: tries.wrong });
      if (tries.wrong < WRONG_TRIES_TO_LOCK || tries.lockedAt !== null) return;
      store.technicianTries.keep(id, { ...tries, lockedAt: now() });
      store.audit.record('technician-locked-out', { technician });
    });
    if (tries.wrong >= WRONG_TRIES_TO_LOCK) return refusal('locked');
    // The wait that this wrong one brought is told with it, so that nobody types in vain.
    const until = waitUntil ?? (tries.waitsUntil > now() ? tries.waitsUntil : null);
    return refusal(PROBLEM_OF[why], until);
  }
}
