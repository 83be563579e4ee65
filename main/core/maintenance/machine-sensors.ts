import type { CardAcceptor } from '../../../src/ports/card-acceptor.ts';
import type { CardIssuer, CardIssuerStatus } from '../../../src/ports/card-issuer.ts';
import type { Bin } from './custody-words.ts';
import type { CardMachines } from './path-to-bin.ts';

/** The machine says nothing, or there is none. */
type NoSensor = 'no-answer' | 'not-fitted';

export type StackSensor = CardIssuerStatus['stock'] | NoSensor;
export type BinSensor = 'room' | 'full' | NoSensor;
/** Whether a card stands where its machine could move it. */
export type PathSensor = 'card' | 'none' | 'jammed' | NoSensor;

export interface MachineSensors {
  readonly stack: StackSensor;
  readonly bins: Readonly<Record<Bin, BinSensor>>;
  readonly paths: Readonly<Record<Bin, PathSensor>>;
}

/** What both machines' sensors say at this moment. */
export async function readSensors({ issuer, acceptor }: CardMachines): Promise<MachineSensors> {
  const [made, kept] = await Promise.all([ofIssuer(issuer()), ofAcceptor(acceptor())]);
  return {
    stack: made.stack,
    bins: { issuer: made.bin, acceptor: kept.bin },
    paths: { issuer: made.path, acceptor: kept.path },
  };
}

async function ofIssuer(
  issuer: CardIssuer | null,
): Promise<{ stack: StackSensor; bin: BinSensor; path: PathSensor }> {
  if (!issuer) return { stack: 'not-fitted', bin: 'not-fitted', path: 'not-fitted' };
  const status = await issuer.status();
  if (!status.ok) return { stack: 'no-answer', bin: 'no-answer', path: silence(status.error) };
  const { stock, bin, position } = status.value;
  return { stack: stock, bin, path: position === 'none' ? 'none' : 'card' };
}

async function ofAcceptor(acceptor: CardAcceptor | null): Promise<{ bin: BinSensor; path: PathSensor }> {
  if (!acceptor) return { bin: 'not-fitted', path: 'not-fitted' };
  const status = await acceptor.status();
  if (!status.ok) return { bin: 'no-answer', path: silence(status.error) };
  const { media, retainBin } = status.value;
  const paths = { none: 'none', gate: 'card', latched: 'card', jammed: 'jammed', unknown: 'jammed' } as const;
  return { bin: retainBin, path: paths[media] };
}

const silence = ({ kind }: { readonly kind: string }): PathSensor =>
  kind === 'jammed' ? 'jammed' : 'no-answer';
