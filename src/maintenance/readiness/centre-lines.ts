import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import type { Asked, CertificateFact, ClockFact, KioskFacts, LinkFact } from '../kiosk-facts.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { asked, line } from './readiness-line.ts';

type CentreFacts = Pick<
  KioskFacts,
  'now' | 'kioskId' | 'link' | 'queue' | 'clock' | 'certificate' | 'thresholds'
>;

/** The way to the centre and what waits on this side of it. */
export const centreLines = (facts: CentreFacts): readonly ReadinessLine[] => [
  linkLine(facts.link),
  ...queueLines(facts),
  clockLine(facts.clock),
  ...certificateLines(facts.certificate, facts.now),
  facts.kioskId === null
    ? line('enrolment', 'stop', 'not-enrolled', { next: 'enrol' })
    : line('enrolment', 'well', 'enrolled', { which: facts.kioskId }),
];

function linkLine({ up, since, lastHeard: lastSuccess, asking }: LinkFact): ReadinessLine {
  if (up) return line('link', 'well', 'up', { since, lastSuccess });
  if (asking) return line('link', 'soon', 'asking', { lastSuccess, next: 'wait' });
  return line('link', 'stop', 'down', { since, lastSuccess, next: 'set-network' });
}

function queueLines({ queue: figures, now, thresholds }: CentreFacts): ReadinessLine[] {
  const { waiting, oldestAt, deadLetters } = figures;
  const old = oldestAt !== null && now - oldestAt > thresholds.oldestWaitingMs;
  const queue = { since: oldestAt, facts: { waiting } };
  return [
    old
      ? line('queue', 'soon', 'old', { ...queue, next: 'set-network' })
      : line('queue', 'well', waiting === 0 ? 'empty' : 'waiting', queue),
    deadLetters > 0
      ? line('dead-letters', 'soon', 'some', { facts: { deadLetters }, next: 'call-centre' })
      : line('dead-letters', 'well', 'none', { facts: { deadLetters } }),
  ];
}

function clockLine(clock: ClockFact | null): ReadinessLine {
  if (clock === null) return line('clock', 'soon', 'not-compared', { next: 'set-clock' });
  const { offsetMs, withinMs, at: lastSuccess } = clock;
  const detail = { lastSuccess, facts: { offsetMs, withinMs } };
  const off = Math.abs(offsetMs) - withinMs;
  if (off > THRESHOLDS.clockOffStopMs)
    return line('clock', 'stop', 'far-off', { ...detail, next: 'set-clock' });
  if (off > THRESHOLDS.clockOffMs) return line('clock', 'soon', 'off', { ...detail, next: 'set-clock' });
  return line('clock', 'well', 'right', detail);
}

const certificateLines = (certificate: Asked<CertificateFact>, now: number): readonly ReadinessLine[] =>
  asked('certificate', certificate, (found) => [certificateLine(found, now)], 'set-network');

function certificateLine(certificate: CertificateFact, now: number): ReadinessLine {
  const next = 'call-centre';
  if (certificate.kind === 'plain-http') return line('certificate', 'soon', 'plain-http', { next });
  const { validFrom, validTo, untrusted } = certificate;
  const detail = { code: untrusted, facts: { validFrom, validTo } };
  if (now > validTo || now < validFrom)
    return line('certificate', 'stop', 'not-in-force', { ...detail, next });
  if (untrusted !== null) return line('certificate', 'stop', 'not-trusted', { ...detail, next });
  if (validTo - now < THRESHOLDS.certificateEndsMs)
    return line('certificate', 'soon', 'ends-soon', { ...detail, next });
  return line('certificate', 'well', 'valid', detail);
}
