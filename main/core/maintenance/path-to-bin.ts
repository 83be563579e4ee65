import type { CardAcceptor, CardAcceptorTrouble } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer, CardIssuerTrouble } from '../../../src/ports/card-issuer.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import type { ActRefusal } from './custody-words.ts';

/** The machines that move cards; null where this kiosk has none. Asked for at each use. */
export interface CardMachines {
  readonly issuer: () => CardIssuer | null;
  readonly acceptor: () => CardAcceptor | null;
}

/** One machine as a technician's act needs it. */
export interface PathToBin {
  /** ok: a card stands where the machine can move it, and the bin has room. */
  look(): Promise<Result<void, ActRefusal>>;
  /** One move, never repeated here: what happened is for sensors and people to say (INV-3). */
  toBin(): Promise<Result<void, ActRefusal>>;
}

/** The machine a card of this origin can be in; null where it is not fitted. */
export function pathToBin(machines: CardMachines, origin: CustodyLine['origin']): PathToBin | null {
  if (origin === 'blank') {
    const issuer = machines.issuer();
    return issuer && ofIssuer(issuer);
  }
  const acceptor = machines.acceptor();
  return acceptor && ofAcceptor(acceptor);
}

const ofIssuer = (issuer: CardIssuer): PathToBin => ({
  async look() {
    const status = await issuer.status();
    if (!status.ok) return err(refusal(status.error));
    if (status.value.position === 'none') return err({ kind: 'nothing-in-path' });
    return status.value.bin === 'full' ? err({ kind: 'bin-full' }) : ok(undefined);
  },
  async toBin() {
    const moved = await issuer.toBin();
    return moved.ok ? moved : err(refusal(moved.error));
  },
});

const ofAcceptor = (acceptor: CardAcceptor): PathToBin => ({
  async look() {
    const status = await acceptor.status();
    if (!status.ok) return err(refusal(status.error));
    const { media, retainBin } = status.value;
    if (media === 'none') return err({ kind: 'nothing-in-path' });
    if (media === 'jammed' || media === 'unknown') return err({ kind: 'jammed', code: media });
    return retainBin === 'full' ? err({ kind: 'bin-full' }) : ok(undefined);
  },
  async toBin() {
    const moved = await acceptor.retain();
    return moved.ok ? moved : err(refusal(moved.error));
  },
});

function refusal(trouble: CardIssuerTrouble | CardAcceptorTrouble): ActRefusal {
  switch (trouble.kind) {
    case 'bin-full':
      return { kind: 'bin-full' };
    case 'no-card':
      return { kind: 'nothing-in-path' };
    case 'wrong-position':
      return trouble.position === 'none'
        ? { kind: 'nothing-in-path' }
        : { kind: 'machine', code: `at-${trouble.position}` };
    case 'jammed':
      return { kind: 'jammed', code: trouble.code };
    case 'device':
    case 'chip':
      return { kind: 'machine', code: trouble.code };
    case 'stock-empty':
    case 'aborted':
      return { kind: 'machine', code: trouble.kind };
  }
}
