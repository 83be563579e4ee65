import { CompactEncrypt, importJWK } from 'jose';
import { document, type OfficeKeys } from '../../../../src/configuration/memory/offices.ts';
import type { SealingKey } from '../../../../src/contracts/configuration/poll.ts';
import { type Attack, inFile } from './attack.ts';
import { handOut, withKiosk } from './attacked-kiosk.ts';
import { assign, notices, texts } from './statements.ts';

/** A kiosk that bears with a trickle so long bears with it for ever, milliseconds. */
const FOR_EVER_MS = 2_000;
const LITTLE_PATIENCE = { progress: { bytes: 2_000, eachMs: 60 } };

/** A list of one technician, whose one-time codes come from this secret. */
export const technicianListOf = (totpSecret: string) => ({
  version: 3,
  issuedAt: '2026-01-01T00:00:00Z',
  technicians: [
    {
      id: 'T-0417',
      roles: ['care'],
      validFrom: '2026-01-01',
      validTo: null,
      pin: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo',
      totpSecret,
      cardKey: null,
    },
  ],
});

export const technicians = (keys: OfficeKeys, secret: string) =>
  document('technicians', 3, technicianListOf(secret), keys.configuration);

/** As the centre seals a document for one kiosk. */
export async function sealedFor(key: SealingKey, text: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(await importJWK(key, 'ECDH-ES+A256KW'));
}

export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** What Uptane adds: attacks on the way, and on sets that are half there. */
export const UPTANE_ATTACKS: readonly Attack[] = [
  {
    class: 'eavesdrop',
    way: 'technicians’ secrets are to come in clear, where everybody can listen',
    check: inFile.fetching(
      "if (answer.form !== 'sealed') return err('incomplete');",
      "if (answer.form !== 'sealed') return ok(answer.statement);",
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const list = await technicians(keys, SECRET);
        handOut(kiosk, list);
        await kiosk.hears(await assign(keys, 5, [list]));
        return kiosk.runs() === 'technicians 3';
      }),
  },
  {
    class: 'drop requests',
    way: 'a document’s requests are dropped, until the kiosk gives up for good',
    check: inFile.updater("['incomplete', 'damaged', 'disk-trouble']", "['damaged', 'disk-trouble']"),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await notices(keys, 5);
        kiosk.centre.documents.set(genuine.named.sha256, (response) => response.destroy());
        await kiosk.hears(await assign(keys, 5, [genuine]), {}, {}, {});
        if (kiosk.runs() !== '' || kiosk.updater.report().trouble !== 'incomplete') return true;
        handOut(kiosk, genuine);
        await kiosk.hears({}, {});
        return kiosk.runs() !== 'notices 5';
      }),
  },
  {
    class: 'slow retrieval',
    way: 'a byte now and a byte then, so that the kiosk is busy for ever',
    check: inFile.reading('if (read() - before < bytes) {', 'if (read() < 0) {'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await notices(keys, 5);
        const endless = new Promise<boolean>((resolve) => {
          kiosk.centre.documents.set(genuine.named.sha256, (response) => {
            response.writeHead(200);
            const trickle = setInterval(() => response.write(' '), 10);
            const patient = setTimeout(() => resolve(true), FOR_EVER_MS);
            response.on('close', () => {
              clearInterval(trickle);
              clearTimeout(patient);
              resolve(false);
            });
          });
        });
        const heard = kiosk.hears(await assign(keys, 5, [genuine]));
        return Promise.race([endless, heard.then(() => false)]);
      }, LITTLE_PATIENCE),
  },
  {
    class: 'partial bundle installation',
    way: 'one document of two comes, the other never does',
    check: inFile.gathering(
      'if (!found.ok) return err({ trouble: found.error, blamed: named });',
      'if (!found.ok) continue;',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const [comes, never] = [await notices(keys, 5), await texts(keys, 2)];
        handOut(kiosk, comes);
        await kiosk.hears(await assign(keys, 5, [comes, never]));
        return kiosk.runs() !== '';
      }),
  },
];
