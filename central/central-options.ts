import type { DestinationStream } from 'pino';
import type { ExportKey } from '../src/contracts/central/export-key.ts';
import type { Clock, Entropy } from '../src/ports/clock.ts';
import type { PinKeys } from './bank/pin-keys.ts';
import type { CentralPolicies } from './central-policies.ts';
import type { DeskSettings } from './console-api/desk-settings.ts';
import type { DatabasePlace } from './database/open-wherever.ts';
import type { DrawPortrait } from './dev/seed.ts';
import type { CentreKeys } from './director/centre-keys.ts';
import type { ReadAssertion } from './kiosk-identity/assertion.ts';
import type { Acquirer } from './payments/acquirer.ts';
import type { SmsGateway } from './sms/gateway.ts';

export interface ServiceOptions extends CentralPolicies {
  /** 32 bytes kept outside the database: keys the digests of PINs and SMS codes. */
  readonly serviceKey: Uint8Array;
  /** What the centre signs with for kiosks; absent: it hands out no configuration. */
  readonly centreKeys?: CentreKeys;
  /** Text of the first root statement; absent, and none kept from before: no configuration either. */
  readonly firstRoot?: string;
  /** For what kiosks put on sticks; absent: they can put nothing there. */
  readonly exportKey?: ExportKey;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Twins of the pads' PIN keys. */
  readonly pinKeys: PinKeys;
  /** Master key of the reference key scheme for 3.0 cards, 16 bytes. */
  readonly cardMasterKey: Uint8Array;
  /** Master key of blank cards, 16 bytes: makes the session keys of personalisation. */
  readonly blankMasterKey: Uint8Array;
  /** Absent: the reference acquirer, which moves nobody's money. */
  readonly acquirer?: Acquirer;
  /** Absent: in development messages are remembered, otherwise SMS codes are out of service. */
  readonly smsGateway?: SmsGateway;
  /** Fictitious residents, failure switches and /dev routes; loopback only. */
  readonly dev?: { readonly drawPortrait: DrawPortrait | null } | null;
  /** Absent: with jose. A simulation, whose answers must not wait for another thread, reads them at once. */
  readonly readAssertion?: ReadAssertion;
}

export interface CentralOptions extends ServiceOptions, DatabasePlace {
  /** How operators reach the console; absent: with local accounts, without a proxy. */
  readonly desk?: DeskSettings;
  /** Folder of the console's built page; absent: where it is built to. */
  readonly consolePage?: string;
  /** Where log lines go; standard error when absent. */
  readonly log?: DestinationStream;
}
