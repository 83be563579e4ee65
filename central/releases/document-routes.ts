import {
  currentDocument as currentDocumentAnswer,
  documentCheck,
  documentCheckRequest,
  documentList,
  documentParams,
} from '../../src/contracts/console/releases.ts';
import { EVERYBODY } from '../../src/contracts/console/roles.ts';
import type { ConsoleApp } from '../console-api/console-app.ts';
import { listDocuments } from './document-list.ts';
import { checkDocument, currentDocument } from './drafts.ts';
import type { ReleaseDesk } from './release-desk.ts';

/** What an editor begins from, and the check of what they wrote. */
export function documentRoutes(app: ConsoleApp, desk: ReleaseDesk): void {
  app.get(
    '/documents',
    {
      roles: EVERYBODY,
      schema: { summary: 'The newest document of every kind and line', response: { 200: documentList } },
    },
    async () => ({ documents: await listDocuments(desk) }),
  );
  app.get(
    '/documents/:kind/:line',
    {
      roles: EVERYBODY,
      schema: {
        summary: 'The newest content of a kind and line, the shipped one, or an empty one to begin from',
        params: documentParams,
        response: { 200: currentDocumentAnswer },
      },
    },
    ({ params }) => currentDocument(desk, params),
  );
  app.post(
    '/documents/check',
    {
      roles: ['editor'],
      schema: {
        summary: 'What would be wrong with a document, and what it would change; nothing is saved',
        body: documentCheckRequest,
        response: { 200: documentCheck },
      },
    },
    ({ body }) => checkDocument(desk, body),
  );
}
