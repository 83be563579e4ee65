import { newKey, rootOf, signed } from '../../../../src/configuration/memory/offices.ts';
import { type Attack, inFile } from './attack.ts';
import { handOut, withKiosk } from './attacked-kiosk.ts';
import { assign, notices } from './statements.ts';

const DAY_MS = 86_400_000;

/** What an attacker of TUF's model tries with what is old, held back, or numbered too high. */
export const TUF_ATTACKS_ON_AGE: readonly Attack[] = [
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
    class: 'fast-forward',
    way: 'the highest number of a document, with its office’s key, before that key is taken out',
    check: inFile.trust(
      'KINDS.filter((kind) => renewed.includes(ROLE_OF_KIND[kind]))',
      'KINDS.filter((kind) => renewed.length > 9 && kind)',
    ),
    succeeds: () =>
      withKiosk(async (kiosk, keys) => {
        const after = { ...keys, configuration: [await newKey('configuration after the theft')] };
        const [made, genuine] = [await notices(keys, Number.MAX_SAFE_INTEGER), await notices(after, 6)];
        handOut(kiosk, made, genuine);
        await kiosk.hears(await assign(keys, 5, [made]));
        kiosk.runs();
        const roots = [await signed(rootOf(after, 2), keys.root)];
        await kiosk.hears({ roots }, await assign(after, 6, [genuine]));
        return kiosk.runs() !== 'notices 6';
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
];
