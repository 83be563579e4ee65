import type { Timers } from '../../src/ports/clock.ts';
import type { PortraitDecoder } from '../../src/ports/id-card-reader.ts';
import { unreachable } from '../../src/result.ts';
import { ExternalPortraitDecoder, type VendorDecoderConfig } from './external-portrait-decoder.ts';
import { SideChannelPortraitDecoder } from './side-channel-portrait-decoder.ts';

/** Where portraits are decoded, as configured for one kiosk. The WLT codec itself is proprietary: never in here. */
export type PortraitDecoderConfig =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'vendor-program' } & VendorDecoderConfig)
  | { readonly kind: 'side-channel'; readonly host: string; readonly port: number };

/** null for `none`: then there is no portrait and face verification takes the no-face path (ID-6). */
export function createPortraitDecoder(config: PortraitDecoderConfig, timers: Timers): PortraitDecoder | null {
  switch (config.kind) {
    case 'none':
      return null;
    case 'vendor-program':
      return new ExternalPortraitDecoder(config, timers);
    case 'side-channel':
      return new SideChannelPortraitDecoder(config.host, config.port, timers);
    default:
      return unreachable(config);
  }
}
