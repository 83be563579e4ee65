import ipp from 'ipp';
import type { IppAddress } from './ipp-address.ts';

/** CUPS' own word in Cancel-Job: the job's files go too, also those of a job that is done. */
const PURGE_JOB = 'purge-job';
// The package refuses words it does not know; this one is a boolean like `last-document`.
ipp.attributes.Operation[PURGE_JOB] ??= ipp.attributes.Operation['last-document'];

export type IppOperation =
  | { readonly name: 'Get-Printer-Attributes' }
  /** `title` stands in queues and logs of others: it says nothing about a person. */
  | {
      readonly name: 'Print-Job';
      readonly title: string;
      readonly media: string | null;
      readonly pdf: Uint8Array;
    }
  | { readonly name: 'Get-Job-Attributes'; readonly job: number }
  | { readonly name: 'Get-Jobs'; readonly which: 'not-completed' | 'all' }
  | { readonly name: 'Cancel-Job'; readonly job: number; readonly purge: boolean };

/** The attributes of a printer that are asked for. */
const PRINTER_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'document-format-supported',
  'cups-version',
] as const;

/** The bytes of one request (RFC 8011 §4). `user` owns the jobs. */
export function encodeRequest(
  operation: IppOperation,
  { address, user, id }: { readonly address: IppAddress; readonly user: string; readonly id: number },
): Uint8Array {
  const job = 'job' in operation ? { 'job-id': operation.job } : {};
  const pages = operation.name === 'Print-Job' ? operation : null;
  return ipp.serialize({
    version: '2.0',
    operation: operation.name,
    id,
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'zh-cn',
      'printer-uri': address.uri,
      ...job,
      'requesting-user-name': user,
      ...wordsOf(operation),
    },
    ...(pages?.media && { 'job-attributes-tag': { media: pages.media } }),
    ...(pages && { data: Buffer.from(pages.pdf) }),
  });
}

function wordsOf(operation: IppOperation): Record<string, unknown> {
  switch (operation.name) {
    case 'Get-Printer-Attributes':
      return { 'requested-attributes': PRINTER_ATTRIBUTES };
    case 'Print-Job':
      return { 'job-name': operation.title, 'document-format': 'application/pdf' };
    case 'Get-Job-Attributes':
      return { 'requested-attributes': ['job-state', 'job-state-reasons'] };
    case 'Get-Jobs':
      return {
        'requested-attributes': ['job-id', 'job-originating-user-name'],
        'which-jobs': operation.which,
        'my-jobs': true,
      };
    case 'Cancel-Job':
      return operation.purge ? { [PURGE_JOB]: true } : {};
  }
}
