import type { AnswerGroup } from './ipp-answer.ts';
import { type IppPrinterFault, isStopped, stateReasons } from './printer-faults.ts';

/** `printer-state` (RFC 8011 §5.4.11). */
const IDLE = 3;
const STOPPED = 5;

/** What the printer tells a kiosk, and the few things more that a CUPS queue in front of it wants to know. */
export function printerAttributes(
  uri: string,
  faults: ReadonlySet<IppPrinterFault>,
  operations: readonly number[],
): AnswerGroup {
  return {
    group: 'printer',
    attributes: [
      { name: 'printer-uri-supported', tag: 'uri', values: [uri] },
      { name: 'uri-security-supported', tag: 'keyword', values: ['none'] },
      { name: 'uri-authentication-supported', tag: 'keyword', values: ['none'] },
      { name: 'printer-name', tag: 'name', values: ['virtual'] },
      { name: 'printer-state', tag: 'enumeration', values: [isStopped(faults) ? STOPPED : IDLE] },
      { name: 'printer-state-reasons', tag: 'keyword', values: stateReasons(faults) },
      { name: 'printer-is-accepting-jobs', tag: 'boolean', values: [true] },
      { name: 'ipp-versions-supported', tag: 'keyword', values: ['1.1', '2.0'] },
      { name: 'operations-supported', tag: 'enumeration', values: operations },
      { name: 'charset-configured', tag: 'charset', values: ['utf-8'] },
      { name: 'charset-supported', tag: 'charset', values: ['utf-8'] },
      { name: 'document-format-default', tag: 'mimeMediaType', values: ['application/pdf'] },
      {
        name: 'document-format-supported',
        tag: 'mimeMediaType',
        values: ['application/pdf', 'application/octet-stream'],
      },
      { name: 'compression-supported', tag: 'keyword', values: ['none'] },
    ],
  };
}
