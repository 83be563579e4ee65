import {
  followRoots,
  openRoot,
  renewedRoles,
  type TrustedRoot,
} from '../../../src/configuration/follow-roots.ts';
import { readEnvelope } from '../../../src/configuration/verify-statement.ts';
import { type DocumentKind, ROLE_OF_KIND } from '../../../src/contracts/configuration/document.ts';
import type { SignedStatement, TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import type { UpdaterOptions } from './updater-options.ts';

/** The root of trust this kiosk stands on: the newest it followed, at least the one it was shipped with. */
export class TrustKeeper {
  readonly #store: UpdaterOptions['store'];
  #known: TrustedRoot | null = null;

  constructor(store: UpdaterOptions['store']) {
    this.#store = store;
  }

  /** Reads what is known. Trouble: the shipped root is damaged, and nothing can be trusted. */
  async begin(shipped: string): Promise<ConfigurationTrouble | null> {
    const { roots } = this.#store.configuration;
    const opened = await openRoot(shipped);
    if (!opened.ok) return opened.error;
    const { followed } = await followRoots(opened.value, this.#stored(opened.value.root.version + 1));
    this.#known = followed.at(-1) ?? opened.value;
    roots.add([{ version: opened.value.root.version, statement: opened.value.statement }]);
    return null;
  }

  /**
   * As far as the chain on disk reaches: where a link of it is gone, the centre is asked for it anew. What stands after
   * the gap counts for no document either (`readSet`).
   */
  #stored(from: number): readonly SignedStatement[] {
    const chain: SignedStatement[] = [];
    for (let version = from; ; version += 1) {
      const stored = this.#store.configuration.roots.of(version);
      const envelope = stored && readEnvelope(stored.statement);
      if (!envelope?.ok) return chain;
      chain.push(envelope.value);
    }
  }

  /** Throws before `begin`. */
  get root(): TrustRoot {
    if (!this.#known) throw new Error('no root of trust was read');
    return this.#known.root;
  }

  /** Follows newer roots as far as they can be followed; each is on disk when this returns. */
  async follow(newer: readonly SignedStatement[]): Promise<ConfigurationTrouble | null> {
    const known = this.#known;
    if (!known) throw new Error('no root of trust was read');
    const { followed, trouble } = await followRoots(known, newer);
    for (const next of followed) this.#take(next);
    return trouble;
  }

  #take(next: TrustedRoot): void {
    const { configuration, audit, transaction } = this.#store;
    const renewed = renewedRoles(this.root, next.root);
    const from = this.root.version;
    transaction(() => {
      configuration.roots.add([{ version: next.root.version, statement: next.statement }]);
      if (renewed.includes('director')) configuration.assignments.beginAnew();
      configuration.beginVersionsAnew(KINDS.filter((kind) => renewed.includes(ROLE_OF_KIND[kind])));
      audit.record('root-followed', { from, to: next.root.version });
    });
    this.#known = next;
  }
}

const KINDS = Object.keys(ROLE_OF_KIND) as DocumentKind[];
