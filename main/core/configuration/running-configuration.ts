import type { DocumentContent } from '../../../src/contracts/configuration/document.ts';
import type {
  DeviceDefaults,
  MaintenanceThresholds,
  NoticeBoard,
  ScreenTexts,
} from '../../../src/contracts/configuration/small-documents.ts';
import type { Directory } from '../../../src/directory/directory.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';

/** What one core runs from its start to its end. No part of it changes in between (INV-7). */
export interface RunningConfiguration {
  /** Version of the assignment it comes from; 0: as shipped. */
  readonly assignment: number;
  readonly policy: PolicyPack;
  readonly directory: Directory;
  /** null: the local list counts. */
  readonly technicians: DocumentContent<'technicians'> | null;
  /** What an operator set; the others are as shipped. */
  readonly thresholds: MaintenanceThresholds;
  readonly deviceDefaults: DeviceDefaults['defaults'];
  readonly notices: NoticeBoard['notices'];
  readonly texts: ScreenTexts;
}

/** What a kiosk runs that was given nothing. */
export const asShipped = (policy: PolicyPack, directory: Directory): RunningConfiguration => ({
  assignment: 0,
  policy,
  directory,
  technicians: null,
  thresholds: {},
  deviceDefaults: [],
  notices: [],
  texts: { zh: {}, en: {} },
});
