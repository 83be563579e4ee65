import { newKey, rootOf, signed } from '../../../../src/configuration/memory/offices.ts';
import { type Attack, inFile } from './attack.ts';
import { handOut, withKiosk } from './attacked-kiosk.ts';
import { assign, notices, pack, texts } from './statements.ts';

/** More than any buffer on the way holds, bytes. */
const ENDLESS = 60_000_000;

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
  {
    class: 'wrong software installation',
    way: 'with the director’s key, the genuine pack of another province',
    check: inFile.gathering('own !== undefined && line !== own', 'own === "" && line !== own'),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const foreign = await pack(5, keys.policy, 'another-province');
        handOut(kiosk, foreign);
        await kiosk.hears(await assign(keys, 5, [foreign]));
        return kiosk.runs() === 'policy-pack 5';
      }),
  },
];
