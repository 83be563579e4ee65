import type { IdentityDocument } from '../../../src/identity/document.ts';
import type { Portrait } from '../../../src/ports/id-card-reader.ts';

/** What is laid on the virtual reader. People are made up. */
export interface VirtualIdCard {
  readonly document: IdentityDocument;
  /** The picture a decoding reader would hand over beside the chip's bytes. */
  readonly portrait: Portrait;
  readonly extraAddress?: string;
  /** How many fingerprint templates the chip holds; 0 by default. */
  readonly fingerprints?: 0 | 1 | 2;
}
