import type { Directory } from '../../directory/directory.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { aborted } from '../../ports/device-status.ts';
import type { PinBlock, PinTrouble } from '../../ports/pin-pad.ts';
import type { SocialSecurityCard } from '../../ports/social-card-reader.ts';
import { err, ok, type Result } from '../../result.ts';
import type { FlowKit } from '../kit.ts';
import { SessionNotes } from '../session-facts.ts';
import { tilesOf } from '../tiles.ts';
import type { CardSlot } from './card-slot.ts';
import { memoryAuthority } from './memory-authority.ts';
import { memoryTransactions } from './memory-transactions.ts';
import { type MemoryWorld, newWorld } from './memory-world.ts';

export type { MemoryWorld } from './memory-world.ts';

const NO_DIRECTORY: Directory = { outlets: [], lists: [], help: [] };

/** The flows' collaborators in memory: a double for unit tests, with the ports' own types and no device behind it. */
export function memoryKit(
  policy: PolicyPack,
  now: number,
  directory: Directory = NO_DIRECTORY,
): { kit: FlowKit; world: MemoryWorld } {
  const world = newWorld(now);
  const kit: FlowKit = {
    policy,
    directory,
    clock: { now: () => world.now, elapsed: () => world.now },
    entropy: { bytes: (length) => new Uint8Array(length).fill(4) },
    lowReach: () => world.lowReach,
    linkUp: () => world.linkUp,
    machines: () => world.machines,
    tiles: () => {
      const { devices, receiptPaper: paper, blanks, binRoom, linkUp, revoked, closed } = world;
      const { closedServices, closedByCentre, checksReceipts } = world;
      return tilesOf(policy, {
        devices,
        paper,
        blanks,
        binRoom,
        linkUp,
        revoked,
        closed,
        closedServices,
        closedByCentre,
        checksReceipts,
      });
    },
    idCardReader: {
      ...waiting(world.idCards),
      read: async () => {
        if (world.idCardTrouble) return err(world.idCardTrouble);
        return world.idCards.card ? ok(world.idCards.card) : err({ kind: 'no-card' });
      },
    },
    socialCardReader: {
      ...waiting(world.socialCards),
      read: async () => {
        if (world.socialCardTrouble) return err(world.socialCardTrouble);
        return world.socialCards.card ? ok(world.socialCards.card) : err({ kind: 'card-removed' });
      },
    },
    ownCard: ownCardIn(world.ownCards),
    pinPad: {
      enterPin: ({ onKey }, signal) =>
        new Promise((resolve) => {
          const end = (result: Result<PinBlock, PinTrouble>) => {
            world.pad = null;
            resolve(result);
          };
          world.pad = { type: onKey, end };
          signal.addEventListener('abort', () => end(err(aborted)), { once: true });
        }),
    },
    receiptPrinter: {
      print: async (receipt) => {
        if (world.printed.ok) world.paper.push(receipt);
        return world.printed;
      },
    },
    documentPrinter: {
      print: async (document) => {
        if (world.documentPrinted.ok) world.documents.push(document);
        return world.documentPrinted;
      },
    },
    codeScanner: {
      scan: async (signal) => {
        await world.codes.until((code) => code !== null, signal);
        const code = world.codes.card;
        world.codes.take();
        return code === null ? err(aborted) : ok(code);
      },
    },
    authority: memoryAuthority(world),
    receiptCodes: {
      codeOf: ({ reference }) => (world.checksReceipts ? `signed ${reference}` : reference),
      canCheck: () => world.checksReceipts,
      check: () => world.receiptFound,
    },
    cardKeys: { authenticate: async () => ok({ externalData: '00'.repeat(16) }) },
    transactions: memoryTransactions(world),
    notes: new SessionNotes(),
    assignment: () => world.assignment,
    notices: () => [],
    texts: () => ({ zh: {}, en: {} }),
    audit: { record: (event, detail) => world.audit.push({ event, detail: { ...detail } }) },
  };
  return { kit, world };
}

const waiting = <Card>(slot: CardSlot<Card>) => ({
  waitForCard: async (signal: AbortSignal) =>
    (await slot.until((card) => card !== null, signal)) ? ok(undefined) : err(aborted),
  waitForRemoval: async (signal: AbortSignal) =>
    (await slot.until((card) => card === null, signal)) ? ok(undefined) : err(aborted),
});

/** A card laid into the slot is drawn in; the resident takes whatever comes back. */
function ownCardIn(slot: CardSlot<SocialSecurityCard>): FlowKit['ownCard'] {
  return {
    accept: waiting(slot).waitForCard,
    read: async () => (slot.card ? ok(slot.card) : err({ kind: 'no-card' })),
    inside: () => slot.card !== null,
    giveBack: async () => {
      if (slot.card === null) return 'none';
      slot.take();
      return 'taken';
    },
  };
}
