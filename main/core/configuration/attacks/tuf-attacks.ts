import { readFileSync } from 'node:fs';
import type { NamedDocument } from '../../../../src/configuration/memory/offices.ts';
import {
  assignmentOf,
  document,
  newKey,
  noticesSaying,
  type OfficeKey,
  type OfficeKeys,
  rootOf,
  signed,
} from '../../../../src/configuration/memory/offices.ts';
import type { Assignment } from '../../../../src/contracts/configuration/assignment.ts';
import type { DocumentPayload } from '../../../../src/contracts/configuration/document.ts';
import { type Attack, inFile } from './attack.ts';
import { handOut, withKiosk } from './attacked-kiosk.ts';

const PACK = JSON.parse(
  readFileSync(new URL('../../../../assets/policy/hainan.json', import.meta.url), 'utf8'),
);
const pack = (version: number, by: readonly OfficeKey[]) =>
  document('policy-pack', version, { ...PACK, version }, by, { line: PACK.id });
export const notices = (
  keys: OfficeKeys,
  version: number,
  word = `第 ${version} 号`,
  own: Partial<DocumentPayload> = {},
) => document('notices', version, noticesSaying(word), keys.configuration, own);
export const texts = (keys: OfficeKeys, version: number) =>
  document('texts', version, { zh: { hello: `第 ${version} 版` }, en: {} }, keys.configuration);
/** What the director says, or whoever holds its key. */
export const assign = async (
  keys: OfficeKeys,
  version: number,
  documents: readonly NamedDocument[],
  own: Partial<Assignment> = {},
  by: readonly OfficeKey[] = keys.director,
) => ({ assignment: await signed(assignmentOf(version, documents, own), by) });

/** More than any buffer on the way holds, bytes. */
const ENDLESS = 60_000_000;
const DAY_MS = 86_400_000;

/** What an attacker of TUF's model tries; the attacker always has the line, and what the way names besides. */
export const TUF_ATTACKS: readonly Attack[] = [
  {
    class: 'arbitrary installation',
    way: 'with the stolen key of the director, a pack that no office signed',
    check: inFile.statement(
      "< threshold) return err('signatures-missing')",
      "< 0) return err('signatures-missing')",
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const made = await pack(9, [await newKey('nobody'), await newKey('nobody else')]);
        handOut(kiosk, made);
        await kiosk.hears(await assign(keys, 5, [made]));
        return kiosk.runs() === 'policy-pack 9';
      }),
  },
  {
    class: 'endless data',
    way: 'a document that never ends',
    check: inFile.reading('if (bytes > longest) return null;', ''),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await notices(keys, 5);
        let sent = 0;
        kiosk.centre.documents.set(genuine.named.sha256, (response) => {
          const chunk = Buffer.alloc(1_000_000, 0x20);
          response.writeHead(200);
          const more = (): void => {
            if (response.destroyed) return;
            sent += chunk.length;
            if (sent >= ENDLESS) response.end();
            else response.write(chunk, more);
          };
          more();
        });
        await kiosk.hears(await assign(keys, 5, [genuine]));
        return sent >= ENDLESS;
      }),
  },
  {
    class: 'extraneous dependencies',
    way: 'with the director’s key, another document of the offices under the name of one',
    check: inFile.document(
      "return err('version-or-line-differs');\n  return openContent",
      'return openContent(header, content);\n  return openContent',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const other = await texts(keys, 1);
        const disguised = { ...other, named: { ...other.named, kind: 'notices' as const, version: 9 } };
        handOut(kiosk, disguised);
        await kiosk.hears(await assign(keys, 5, [disguised]));
        return kiosk.runs() !== '';
      }),
  },
  {
    class: 'fast-forward',
    way: 'the highest number, with the director’s key, before that key is taken out',
    check: inFile.trust("if (renewed.includes('director')) configuration.assignments.beginAnew();", ''),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const after = { ...keys, director: [await newKey('director after the theft')] };
        const genuine = await notices(keys, 5);
        handOut(kiosk, genuine);
        const roots = [await signed(rootOf(after, 2), keys.root)];
        await kiosk.hears(await assign(keys, Number.MAX_SAFE_INTEGER, []));
        await kiosk.hears({ roots }, await assign(after, 7, [genuine]));
        return kiosk.runs() !== 'notices 5';
      }),
  },
  {
    class: 'indefinite freeze',
    way: 'an assignment that was held back until it was over',
    check: inFile.assignment("if (now >= Date.parse(about.expiresAt)) return err('assignment-expired');", ''),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await notices(keys, 5);
        handOut(kiosk, genuine);
        kiosk.moveClock(4 * DAY_MS);
        await kiosk.hears(await assign(keys, 5, [genuine]));
        return kiosk.runs() === 'notices 5';
      }),
  },
  {
    class: 'indefinite freeze',
    way: 'nothing new for days, and nobody told',
    check: inFile.updater(
      'if (newest) return isDue',
      'if (newest) return null;\n    if (newest) return isDue',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        await kiosk.hears(await assign(keys, 5, []));
        if (kiosk.updater.frozenSince() !== null) return false;
        kiosk.moveClock(4 * DAY_MS);
        await kiosk.hears({});
        return kiosk.updater.frozenSince() === null;
      }),
  },
  {
    class: 'malicious mirror preventing updates',
    way: 'rubbish, wrong answers and broken lines, until the kiosk stops asking',
    check: inFile.exchange(
      "return parsed.success ? ok(parsed.data) : err({ kind: 'unreadable-answer', status });",
      'return parsed.success ? ok(parsed.data) : ok(content as T);',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const before = await notices(keys, 5);
        const genuine = await notices(keys, 6);
        handOut(kiosk, before, genuine);
        await kiosk.hears(await assign(keys, 5, [before]));
        if (kiosk.runs() !== 'notices 5') return true;
        const asks = await kiosk.hears(
          (response) => response.writeHead(200).end('<html>'),
          (response) => response.writeHead(500).end('{"code":"internal"}'),
          (response) => response.destroy(),
          (response) => response.writeHead(200).end('{"roots":7}'),
          { assignment: { payload: 'e30', signatures: [{ protected: 'e30', signature: 'A'.repeat(86) }] } },
        );
        if (!asks || kiosk.runs() !== 'notices 5' || kiosk.updater.report().trouble !== 'damaged')
          return true;
        await kiosk.hears(await assign(keys, 6, [genuine]));
        return kiosk.runs() !== 'notices 6';
      }),
  },
  {
    class: 'mix-and-match',
    way: 'beside a new document a withdrawn one of the same number, which the offices had signed, too',
    check: inFile.document("if ((await sha256Hex(text)) !== named.sha256) return err('damaged');", ''),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const [beside, right, withdrawn] = [
          await texts(keys, 2),
          await notices(keys, 5, '停机'),
          await notices(keys, 5, '照常'),
        ];
        handOut(kiosk, beside);
        kiosk.centre.documents.set(right.named.sha256, { form: 'plain', statement: withdrawn.text });
        await kiosk.hears(await assign(keys, 5, [beside, right]));
        return kiosk.runs() !== '';
      }),
  },
  {
    class: 'rollback',
    way: 'an older assignment, which opens a service that was closed',
    check: inFile.assignment('about.version <= newest.version', 'about.version < 0'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const since = '2026-01-05T00:00:00Z';
        const closed = { closedServices: [{ service: 'replace' as const, since, reason: 'wrong cards' }] };
        await kiosk.hears(
          await assign(keys, 4, []),
          await assign(keys, 5, [], closed),
          await assign(keys, 4, []),
        );
        return kiosk.store.configuration.assignments.newest()?.closedServices.length === 0;
      }),
  },
  {
    class: 'rollback',
    way: 'with the director’s key, a document of the offices that was replaced long ago',
    check: inFile.admission("return isNewer ? ok('newer') : err('version-older');", "return ok('newer');"),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const [old, genuine] = [await notices(keys, 4), await notices(keys, 5)];
        handOut(kiosk, old, genuine);
        await kiosk.hears(await assign(keys, 5, [genuine]));
        kiosk.runs();
        await kiosk.hears(await assign(keys, 6, [old]));
        return kiosk.runs() === 'notices 4';
      }),
  },
  {
    class: 'rollback',
    way: 'with the director’s key and the kiosk’s clock set far back, what was over then',
    check: inFile.assignment(
      "< newest.issuedAt) return err('assignment-older')",
      "< 0) return err('assignment-older')",
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const [genuine, later] = [await notices(keys, 5), await notices(keys, 6)];
        handOut(kiosk, genuine, later);
        await kiosk.hears(await assign(keys, 5, [genuine]));
        kiosk.runs();
        kiosk.moveClock(-200 * DAY_MS);
        const then = { issuedAt: '2025-07-01T00:00:00Z', expiresAt: '2026-07-04T00:00:00Z' };
        await kiosk.hears(await assign(keys, 6, [later], then));
        return kiosk.runs() === 'notices 6';
      }),
  },
  {
    class: 'vulnerability to key compromises',
    way: 'with the director’s key and the stolen key of one office, a pack',
    check: inFile.statement('signed.has(kid)).length < threshold)', 'signed.has(kid)).length < 1)'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const made = await pack(9, keys.policy.slice(0, 1));
        handOut(kiosk, made);
        await kiosk.hears(await assign(keys, 5, [made]));
        return kiosk.runs() === 'policy-pack 9';
      }),
  },
  {
    class: 'vulnerability to key compromises',
    way: 'with keys that were stolen and taken out of the root since',
    check: inFile.trust('this.#known = next;', ''),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const after = { ...keys, configuration: [await newKey('after the theft')] };
        await kiosk.hears({ roots: [await signed(rootOf(after, 2), keys.root)] });
        const made = await notices(keys, 9);
        handOut(kiosk, made);
        await kiosk.hears(await assign(keys, 5, [made]));
        return kiosk.runs() === 'notices 9';
      }),
  },
  {
    class: 'vulnerability to key compromises',
    way: 'with keys of other roles in the place of offices’',
    check: inFile.statement('keys: keys.filter(({ kid }) => kids.includes(kid))', 'keys: kids ? keys : keys'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const made = await pack(9, [...keys.configuration, ...keys.director, ...keys.certificates]);
        handOut(kiosk, made);
        await kiosk.hears(await assign(keys, 5, [made]));
        return kiosk.runs() === 'policy-pack 9';
      }),
  },
  {
    class: 'wrong software installation',
    way: 'the genuine assignment of another kiosk',
    check: inFile.assignment('if (about.kioskId !== kioskId)', 'if (about.kioskId === "")'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const genuine = await notices(keys, 5);
        handOut(kiosk, genuine);
        await kiosk.hears(await assign(keys, 5, [genuine], { kioskId: 'kiosk-2' }));
        return kiosk.runs() === 'notices 5';
      }),
  },
  {
    class: 'wrong software installation',
    way: 'with the director’s key, a document for another region',
    check: inFile.admission(
      'if (!isFor(regions, place?.region) || !isFor(models, place?.model))',
      'if (!isFor(null, place?.region) || !isFor(models, place?.model))',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const foreign = await notices(keys, 5, '三亚', { regions: ['sanya'] });
        handOut(kiosk, foreign);
        await kiosk.hears(await assign(keys, 5, [foreign]));
        return kiosk.runs() === 'notices 5';
      }),
  },
];
