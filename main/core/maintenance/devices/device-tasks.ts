import { changePaper } from '../../../../src/maintenance/tasks/change-paper.ts';
import { closeService } from '../../../../src/maintenance/tasks/close-service.ts';
import { replaceDevice } from '../../../../src/maintenance/tasks/replace-device.ts';
import { setScreen } from '../../../../src/maintenance/tasks/set-screen.ts';
import { testDevice } from '../../../../src/maintenance/tasks/test-device.ts';
import type { PaperBench, ReplaceBench, TestBench } from '../../../../src/ports/maintenance/device-bench.ts';
import type { ScreenBench } from '../../../../src/ports/maintenance/screen-bench.ts';
import type { ServiceDoor } from '../../../../src/ports/maintenance/service-door.ts';
import type { TaskScripts } from '../task-desk.ts';

/** Made by `createPaperBench`, `createReplaceBench`, `createTestBench`, `createScreenBench`, `createServiceDoor`. */
export interface DeviceTaskParts {
  readonly paper: PaperBench;
  /** null: no task that replaces devices. */
  readonly replacing: ReplaceBench | null;
  readonly tests: TestBench;
  readonly screen: ScreenBench;
  readonly services: ServiceDoor;
}

/** The guided tasks about devices, screen and services. */
export const deviceTasks = ({
  paper,
  replacing,
  tests,
  screen,
  services,
}: DeviceTaskParts): Pick<
  TaskScripts,
  'change-paper' | 'replace-device' | 'test-device' | 'set-screen' | 'close-service'
> => ({
  'change-paper': changePaper(paper),
  ...(replacing && { 'replace-device': replaceDevice(replacing) }),
  'test-device': testDevice(tests),
  'set-screen': setScreen(screen),
  'close-service': closeService(services),
});
