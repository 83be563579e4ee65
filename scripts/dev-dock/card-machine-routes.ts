import type { Insertion } from '../../drivers/virtual/card-acceptor/virtual-card-acceptor.ts';
import type { CrtFault } from '../../drivers/virtual/card-transport/crt-faults.ts';
import type { PhysicalCard } from '../../drivers/virtual/card-transport/physical-card.ts';
import type { VirtualCardMachine } from '../../drivers/virtual/card-transport/virtual-card-machine.ts';
import type { World } from '../world/world.ts';
import {
  acceptorFaultRequest,
  issuerFaultRequest,
  loadRequest,
  mendAcceptorRequest,
  mendIssuerRequest,
  offerRequest,
  powerCutRequest,
  powerRequest,
} from './card-machine-requests.ts';
import type { DockProps } from './dock-props.ts';
import { bare, type DockRoute, route } from './dock-route.ts';
import type { DockHand } from './dock-state.ts';
import { NotPossible } from './not-possible.ts';

/** Hands at the two card machines: the mouth, the gates, the bins, the stack, their power. */
export function cardMachineRoutes(world: World, props: DockProps, hand: DockHand): readonly DockRoute[] {
  const { acceptor, issuer } = world.hardware;
  /** Cards that residents took from a gate, newest last. */
  const fromGates: PhysicalCard[] = [];

  const take = (machine: VirtualCardMachine<never>): void => {
    const card = machine.takeFromGate();
    if (card === null) throw new NotPossible('Nothing is at the gate.');
    fromGates.push(card);
    hand.fromGates = fromGates.map(({ label }) => label);
  };
  const giveAgain = (): Insertion => {
    const card = fromGates.at(-1);
    if (card === undefined) throw new NotPossible('Nobody has taken a card from a gate.');
    const end = acceptor.insertCard(card);
    if (end === 'drawn-in' || end === 'stuck') fromGates.pop();
    hand.fromGates = fromGates.map(({ label }) => label);
    return end;
  };

  return [
    route('card-acceptor/offer', offerRequest, ({ card, residentId = hand.residentId }) => {
      if (card === 'from-a-gate') return letIn(giveAgain());
      const spec = props.cardNamed(card, props.known(residentId));
      return letIn(acceptor.insert(spec, card === 'own' ? residentId : card));
    }),
    route('card-acceptor/fault', acceptorFaultRequest, ({ fault, times }) => arm(acceptor, fault, times)),
    route('card-acceptor/mend', mendAcceptorRequest, ({ fault }) => acceptor.mend(fault)),
    ...machineRoutes('card-acceptor', acceptor, take),
    route('card-issuer/load', loadRequest, ({ blanks }) => issuer.load(blanks)),
    route('card-issuer/fault', issuerFaultRequest, ({ fault, times }) => arm(issuer, fault, times)),
    route('card-issuer/mend', mendIssuerRequest, ({ fault }) => issuer.mend(fault)),
    ...machineRoutes('card-issuer', issuer, take),
  ];
}

/** What both machines let a hand do. */
function machineRoutes(
  name: string,
  machine: VirtualCardMachine<never>,
  take: (machine: VirtualCardMachine<never>) => void,
): readonly DockRoute[] {
  return [
    bare(`${name}/take`, () => take(machine)),
    bare(`${name}/clear-path`, () => {
      if (machine.clearPath() === null) throw new NotPossible('No card is stuck.');
    }),
    bare(`${name}/empty-bin`, () => {
      if (machine.emptyBin().length === 0) throw new NotPossible('The bin is empty.');
    }),
    route(`${name}/power-cut`, powerCutRequest, ({ rests }) => machine.powerCutDuring('move', rests)),
    route(`${name}/power`, powerRequest, ({ on }) => {
      if (on === machine.isDark) return on ? machine.powerOn() : machine.powerOff();
    }),
  ];
}

function arm<Fault extends CrtFault>(
  machine: VirtualCardMachine<Fault>,
  fault: Fault,
  times: number | 'always',
): void {
  if (times === 'always') machine.setFault(fault);
  else machine.repeat(fault, times);
}

function letIn(end: Insertion): void {
  if (end === 'entry-closed')
    throw new NotPossible('The mouth is closed: the kiosk opens it when it asks for a card.');
  if (end === 'occupied') throw new NotPossible('Another card is in the machine.');
}
