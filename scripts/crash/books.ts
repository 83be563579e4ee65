import { join } from 'node:path';
import type { z } from 'zod';
import { registryView } from '../../central/dev/registry-view.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { View } from '../../src/contracts/view.ts';
import { chinesePaper } from '../../src/receipt/paper-texts-zh.ts';
import { RECEIPT_STATES, type ReceiptState } from '../../src/receipt/receipt-state.ts';
import { type KioskLedger, readKioskLedger } from '../world/kiosk-ledger.ts';
import type { PayersLedger, PayersOrder } from '../world/residents-phone.ts';
import type { Surroundings } from '../world/surroundings.ts';

export type RegisteredPerson = z.infer<typeof registryView>['residents'][number];
export type AuthorityOperation = Awaited<ReturnType<Surroundings['central']['operations']>>[number];
type MachineTruth = ReturnType<Surroundings['hardware']['issuer']['truth']>;

/** Everything that is written down or lies about outside of core. */
export interface Books {
  readonly people: readonly RegisteredPerson[];
  /** Received since the case began; the kiosk's own business left out. */
  readonly operations: readonly AuthorityOperation[];
  readonly orders: readonly PayersOrder[];
  readonly acquirer: PayersLedger;
  readonly issuer: MachineTruth;
  readonly acceptor: MachineTruth;
  readonly ledger: KioskLedger;
}

export const kioskFolder = ({ folder }: Pick<Surroundings, 'folder'>): string => join(folder, 'kiosk');

/** Reads all of them at this moment. */
export async function readBooks(world: Surroundings, since: string): Promise<Books> {
  const { central, phone, hardware } = world;
  const [registry, operations, orders, acquirer] = await Promise.all([
    central.residents(),
    central.operations(since),
    phone.orders(),
    phone.ledger(),
  ]);
  return {
    people: registryView.parse(registry).residents,
    operations: operations.filter(({ kind }) => kind !== 'audit.append'),
    orders,
    acquirer,
    issuer: hardware.issuer.truth(),
    acceptor: hardware.acceptor.truth(),
    ledger: readKioskLedger(kioskFolder(world)),
  };
}

/** What a screen or a paper said of one request. */
export interface Said {
  readonly reference: string;
  readonly state: ReceiptState;
  /** null on paper. */
  readonly service: ServiceId | null;
  readonly parts: readonly string[];
  readonly money: { readonly state: string; readonly keptFen: number } | null;
  readonly on: 'screen' | 'paper';
}

export function saidOnScreen(view: View): Said | null {
  if (view.screen !== 'receipt' || view.reference === null) return null;
  const { reference, state, service, parts, money } = view;
  return { reference, state, service, parts, money, on: 'screen' };
}

/** As it is printed: no letter or digit that looks like another. */
const REFERENCE = /YKT-[0-9A-Z-]+/g;

/** The references on one paper, in order and without repetition. */
export const referencesOn = (paper: string): readonly string[] => [...new Set(paper.match(REFERENCE) ?? [])];

/** One state's words may end with another's. */
const BY_LENGTH = RECEIPT_STATES.toSorted(
  (one, other) => chinesePaper.states[other].length - chinesePaper.states[one].length,
);

/** Read from the paper as a resident would. */
export function saidOnPaper(paper: string): Said | null {
  const [reference] = referencesOn(paper);
  // The state ends the heading, above the first rule; it may be broken into two lines.
  const heading = (paper.split('──')[0] ?? '').replaceAll(/\s/g, '');
  const state = BY_LENGTH.find((one) => heading.endsWith(chinesePaper.states[one]));
  if (reference === undefined || state === undefined) return null;
  return { reference, state, service: null, parts: [], money: null, on: 'paper' };
}
