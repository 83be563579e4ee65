import { loadFont, NOTO_SANS_CJK_SC } from '../../../../drivers/document-printer/document-font.ts';
import { documentPdf } from '../../../../drivers/document-printer/document-pdf.ts';
import type { ReadinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import { readinessOf } from '../../../../src/maintenance/readiness.ts';
import { reportDocument } from '../../../../src/maintenance/report/report-document.ts';
import { reportOnPaper } from '../../../../src/maintenance/report/report-on-paper.ts';
import type { ReadinessDesk } from '../readiness-desk.ts';
import { writeOnStick } from '../system/write-on-stick.ts';
import type { AlarmWatch } from './alarm-watch.ts';
import type { KioskLook } from './gather-facts.ts';
import type { ReadinessParts } from './readiness-parts.ts';

/** Where the report goes to; `screen` is not told here. */
type How = 'paper' | 'stick';

/** The desk that maintenance mode asks how the kiosk is. `alarms` are those the watch keeps. */
export function createReadinessDesk(
  parts: ReadinessParts,
  look: KioskLook,
  alarms: Pick<AlarmWatch, 'alarms'>,
): ReadinessDesk {
  const note = ({ level }: ReadinessReport, how: How) =>
    parts.store.audit.record('readiness-reported', { level, how, technician: parts.technician() });
  return {
    report: async () => readinessOf(await look.everything()),
    async print(report) {
      const printer = parts.printer();
      if (!printer) return 'not-possible';
      const printed = await printer.print(reportOnPaper(report));
      if (!printed.ok) return 'failed';
      note(report, 'paper');
      return 'printed';
    },
    async save(report) {
      const [stick] = await parts.sticks();
      if (!stick) return 'no-stick';
      const font = await loadFont(NOTO_SANS_CJK_SC);
      if (!font.ok) return 'failed';
      const pdf = await documentPdf(reportDocument(report), font.value, report.madeAt);
      const written = await writeOnStick(stick, fileNameOf(report), pdf);
      if (!written.ok) return 'failed';
      note(report, 'stick');
      return 'saved';
    },
    cameraLooked: (seen) => look.screen.cameraLooked(seen),
    devices: () => parts.care(),
    alarms: () => alarms.alarms(),
  };
}

/** `readiness-kiosk-7-20261122T013000Z.pdf`: no two reports of a kiosk have one name, and any stick takes it. */
function fileNameOf({ kioskId, madeAt }: ReadinessReport): string {
  const time = new Date(madeAt).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `readiness-${(kioskId ?? 'not-enrolled').replaceAll(/[^\w-]/g, '-')}-${time}.pdf`;
}
