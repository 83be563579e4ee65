/** IPv4 as dotted numbers; `address` with its prefix, e.g. `10.1.2.3/24`. */
export type FixedAddress = {
  readonly how: 'fixed';
  readonly address: string;
  readonly gateway: string;
  readonly nameServer: string;
};
export type NetworkSettings = { readonly how: 'automatic' } | FixedAddress;

export type NetworkInterface = {
  /** e.g. `eth0` */
  readonly name: string;
  readonly connected: boolean;
  /** As it is now, with its prefix; empty where it has none. */
  readonly address: string;
  readonly settings: NetworkSettings;
};

export const NETWORK_TROUBLES = ['no-command', 'command-failed', 'not-known'] as const;
export type NetworkTrouble = (typeof NETWORK_TROUBLES)[number];

export type Tried = { readonly outcome: 'reached' | 'not-reached' } | { readonly why: NetworkTrouble };

/** Network settings of the machine. New ones are tried first; what does not reach the centre is taken back. */
export interface Network {
  interfaces(signal: AbortSignal): Promise<readonly NetworkInterface[] | { readonly why: NetworkTrouble }>;
  /** Applies them and waits for the centre. Not reached: the settings before are in force again. */
  try(name: string, settings: NetworkSettings, technician: string, signal: AbortSignal): Promise<Tried>;
  /** Applies them whether or not the centre is reached. */
  keep(
    name: string,
    settings: NetworkSettings,
    technician: string,
    signal: AbortSignal,
  ): Promise<{ readonly outcome: 'kept' } | { readonly why: NetworkTrouble }>;
}
