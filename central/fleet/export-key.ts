import { type ExportKey, exportKeyAnswer } from '../../src/contracts/central/export-key.ts';
import type { CentralApp } from '../http/app.ts';

/** GET /v1/export-key: whom a kiosk enciphers its logs for. Asked for while online, used when the link is down. */
export function exportKeyRoute(app: CentralApp, exportKey: ExportKey | null): void {
  app.get(
    '/v1/export-key',
    {
      config: { withoutCards: true },
      schema: { summary: 'Public key for logs on a stick', response: { 200: exportKeyAnswer } },
    },
    async () => ({ exportKey }),
  );
}
