import type { DeviceClass } from '../../../src/flows/tiles.ts';
import type { DeviceFault } from '../../matrix/world/fault-switch.ts';
import type { BookedOperation } from '../centre/centre-contract.ts';
import { CALM } from '../centre/network.ts';
import type { CentreState } from '../centre/network-contract.ts';
import type { Strike, Weather } from '../plan.ts';

/** What can be struck from outside the kiosk's software. */
export interface Strikable {
  readonly machines: {
    readonly switches: Readonly<Record<DeviceClass, { strike(fault: DeviceFault): void; heal(): void }>>;
    readonly issuer: { binFull: boolean };
    readonly acceptor: { binFull: boolean };
    readonly documents: { late: boolean };
    readonly faces: { late: boolean };
    readonly receipts: { readonly condition: { paper: 'full' | 'out' } };
  };
  readonly network: { weather: Weather; centre: CentreState };
  readonly centre: {
    acquirer(mode: 'normal' | 'mute' | 'slow' | 'refuses-refunds'): void;
    restart(): Promise<unknown>;
    /** Answers what was done and is forgotten now. */
    restoreBackup(): Promise<readonly BookedOperation[]>;
  };
}

/** Strikes with a world to heal; power, clock, disk and technicians are the run's own business. */
export type HealedStrike = Extract<
  Strike,
  { kind: 'device' | 'machine' | 'network' | 'centre' | 'acquirer' }
>;

export interface Struck {
  /** As before, unless something else has struck the same place since. */
  heal(): void;
  /** Until the blow has landed: a restart takes its time. Answers what the centre has forgotten by it. */
  readonly landed: Promise<readonly BookedOperation[]>;
}

/** Which strike each place suffers from now. */
const suffers = new WeakMap<object, Map<string, symbol>>();

/** The later strike on a place stays until its own time is over. */
function on(world: Strikable, place: string, begin: () => void, end: () => void): Struck {
  const places = suffers.get(world) ?? new Map<string, symbol>();
  suffers.set(world, places);
  const own = Symbol(place);
  places.set(place, own);
  begin();
  const heal = () => {
    if (places.get(place) !== own) return;
    places.delete(place);
    end();
  };
  return { heal, landed: Promise.resolve([]) };
}

type MachineTrouble = Extract<Strike, { kind: 'machine' }>['what'];

const TURN: Readonly<Record<MachineTrouble, (machines: Strikable['machines'], troubled: boolean) => void>> = {
  'issuer-bin-full': ({ issuer }, full) => {
    issuer.binFull = full;
  },
  'acceptor-bin-full': ({ acceptor }, full) => {
    acceptor.binFull = full;
  },
  'documents-late': ({ documents }, late) => {
    documents.late = late;
  },
  'faces-late': ({ faces }, late) => {
    faces.late = late;
  },
  'paper-out': ({ receipts }, out) => {
    receipts.condition.paper = out ? 'out' : 'full';
  },
};

/** Begins the trouble; `heal` ends it. */
export function strike(what: HealedStrike, world: Strikable): Struck {
  const { machines, network, centre } = world;
  switch (what.kind) {
    case 'device': {
      const device = machines.switches[what.device];
      return on(
        world,
        what.device,
        () => device.strike(what.fault),
        () => device.heal(),
      );
    }
    case 'machine': {
      const turn = TURN[what.what];
      return on(
        world,
        what.what,
        () => turn(machines, true),
        () => turn(machines, false),
      );
    }
    case 'network':
      return on(
        world,
        'network',
        () => {
          network.weather = what.weather;
        },
        () => {
          network.weather = CALM;
        },
      );
    case 'centre':
      return strikeCentre(what.what, world);
    case 'acquirer':
      return on(
        world,
        'acquirer',
        () => centre.acquirer(what.mode),
        () => centre.acquirer('normal'),
      );
  }
}

/** A restart is over by itself; a restored database stays restored. */
function strikeCentre(what: Extract<Strike, { kind: 'centre' }>['what'], world: Strikable): Struck {
  const { network, centre } = world;
  const state = (during: CentreState) =>
    on(
      world,
      'centre',
      () => {
        network.centre = during;
      },
      () => {
        network.centre = 'up';
      },
    );
  switch (what) {
    case 'down':
    case 'slow':
      return state(what);
    case 'restarted':
    case 'restored': {
      const down = state('down');
      const landed = what === 'restarted' ? centre.restart().then(() => []) : centre.restoreBackup();
      return { heal: down.heal, landed };
    }
  }
}
