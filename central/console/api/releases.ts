import type { z } from 'zod';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import {
  currentDocument,
  documentCheck,
  type documentCheckRequest,
  documentList,
  type newRelease,
  type putDocument,
  type ReleaseState,
  releaseAnswer,
  releaseDetail,
  releaseList,
} from '../../../src/contracts/console/releases.ts';
import { replayAnswer } from '../../../src/contracts/console/replay.ts';
import {
  type newRoot,
  newRootAnswer,
  type OfficeSignature,
  signingPayloads,
  trustState,
} from '../../../src/contracts/console/signing.ts';
import type { ConsoleClient, Reader } from './console-client.ts';

/** One document within a release, or among the newest. */
export interface DocumentName {
  readonly kind: DocumentKind;
  readonly line: string;
}

const releasePath = (releaseId: string) => `/releases/${encodeURIComponent(releaseId)}`;
const documentPath = ({ kind, line }: DocumentName) => `/documents/${kind}/${encodeURIComponent(line)}`;

/** What can be looked at of releases, documents and keys. */
export const releaseReading = (reader: Reader) => ({
  list: (state?: ReleaseState) => reader.get('/releases', releaseList, { state }),
  release: (releaseId: string) => reader.get(releasePath(releaseId), releaseDetail),
  payloads: (releaseId: string) => reader.get(`${releasePath(releaseId)}/payloads`, signingPayloads),
  documents: () => reader.get('/documents', documentList),
  document: (name: DocumentName) => reader.get(documentPath(name), currentDocument),
  trust: () => reader.get('/trust/root', trustState),
});

/** What operators do with a release. `revision` is the one they saw. */
export const releaseActs = (client: ConsoleClient, releaseId: string) => {
  const path = releasePath(releaseId);
  return {
    put: (name: DocumentName, document: z.infer<typeof putDocument>) =>
      client.put(`${path}${documentPath(name)}`, releaseAnswer, document),
    remove: (name: DocumentName, revision: number) =>
      client.delete(`${path}${documentPath(name)}`, releaseAnswer, { revision }),
    submit: (revision: number) => client.post(`${path}/submission`, releaseAnswer, { revision }),
    approve: (revision: number) => client.post(`${path}/approval`, releaseAnswer, { revision }),
    sendBack: (revision: number, note: string) =>
      client.post(`${path}/return`, releaseAnswer, { revision, note }),
    abandon: (revision: number, note: string) =>
      client.post(`${path}/abandonment`, releaseAnswer, { revision, note }),
    replay: () => client.post(`${path}/replay`, replayAnswer, {}),
    sign: (signature: OfficeSignature) => client.post(`${path}/signatures`, releaseAnswer, signature),
  };
};

/** The next root of trust; whether it follows the present one, the centre says. */
export const addRoot = (client: ConsoleClient, statement: z.infer<typeof newRoot>['statement']) =>
  client.post('/trust/roots', newRootAnswer, { statement });

/** A new draft, without documents. */
export const draftRelease = (client: ConsoleClient, words: z.infer<typeof newRelease>) =>
  client.post('/releases', releaseAnswer, words);

/** What is wrong with a document and what it changes; nothing is saved. */
export const checkDocument = (client: ConsoleClient, request: z.infer<typeof documentCheckRequest>) =>
  client.post('/documents/check', documentCheck, request);
