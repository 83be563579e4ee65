import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Central, createCentral } from '../../central/central.ts';
import { centralPoliciesOf } from '../../central/central-policies.ts';
import { openDataDirectory } from '../../central/data-directory.ts';
import { makeUpFleet } from '../../central/dev/made-up-fleet.ts';
import { devOperator } from '../../central/dev/operator-routes.ts';
import { publicCentreKeys } from '../../central/director/centre-keys.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../../src/card-keys/reference-key-scheme.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { buildWhereStale, CONSOLE_PAGE } from '../start/built-pages.ts';
import { chromiumArguments, chromiumPath } from '../world/chromium.ts';
import { devOffices } from '../world/offices.ts';
import { WORLD_OPERATORS } from '../world/operators.ts';
import type { ShownDesk } from './console-picture-list.ts';

/** A Tuesday, half past ten in the morning in Shanghai: halls are open. */
const NOW = Date.parse('2026-11-24T02:30:00.000Z');
/** The desk of one office: the smallest that operators have. */
const VIEWPORT = { width: 1366, height: 768 };
/** Longer than any page takes to draw what it was answered. */
const DRAWN_MS = 700;

/** A centre with the made-up fleet, and a browser at its console. */
export interface ConsoleDesk {
  /** A page of the console as this operator sees it; null: at the door. */
  picture(login: string | null, path: string, touch: readonly string[]): Promise<Uint8Array>;
  readonly shown: ShownDesk;
  close(): Promise<void>;
}

async function openCentre(folder: string): Promise<Central> {
  const entropy = { bytes: (length: number) => randomBytes(length) };
  const directory = openDataDirectory(folder, entropy);
  const { root } = await devOffices(join(folder, 'offices'), publicCentreKeys(directory.centreKeys), NOW);
  const pack = new URL(`../../assets/policy/${DEFAULT_PACK}.json`, import.meta.url);
  return createCentral({
    ...directory,
    firstRoot: root,
    clock: { now: () => NOW },
    entropy,
    // Made for this picture: nobody enters a PIN.
    pinKeys: { PINKEY: entropy.bytes(16) },
    cardMasterKey: Buffer.from(REFERENCE_MASTER_KEY, 'hex'),
    blankMasterKey: Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex'),
    ...centralPoliciesOf(policyPack.parse(JSON.parse(readFileSync(pack, 'utf8')))),
    dev: { drawPortrait: null },
    log: { write: () => undefined },
  });
}

/** What the addresses of pictures need to know of the desk. */
async function shownOf({ foundations: { queries } }: Central): Promise<ShownDesk> {
  const release = (state: 'draft' | 'in-review' | 'approved') =>
    queries
      .selectFrom('release')
      .select('release_id')
      .where('state', '=', state)
      .executeTakeFirstOrThrow()
      .then(({ release_id }) => release_id);
  const rollout = await queries
    .selectFrom('rollout')
    .select('rollout_id')
    .where('state', '=', 'wave')
    .executeTakeFirstOrThrow();
  const kiosk = await queries
    .selectFrom('rollout_member')
    .select('kiosk_id')
    .where('state', '=', 'returned')
    .executeTakeFirstOrThrow();
  const low = await queries
    .selectFrom('heartbeat')
    .select('kiosk_id')
    .where('blanks', '>', 0)
    .orderBy('blanks')
    .executeTakeFirstOrThrow();
  const work = (kind: 'unknown-act' | 'refund-declined') =>
    queries
      .selectFrom('work_item')
      .select(['item_id', 'reference'])
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
  const declined = await work('refund-declined');
  return {
    draft: await release('draft'),
    inReview: await release('in-review'),
    approved: await release('approved'),
    rollout: rollout.rollout_id,
    returned: kiosk.kiosk_id,
    low: low.kiosk_id,
    unknownAct: (await work('unknown-act')).item_id,
    refundDeclined: declined.item_id,
    reference: declined.reference ?? '',
  };
}

/** Opens both; the console's page is built first where it is stale. */
export async function openConsoleDesk(): Promise<ConsoleDesk> {
  const built = buildWhereStale(CONSOLE_PAGE);
  if (!built.ok) throw new Error(built.error);
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Install Chromium, or name its path in CHROMIUM.');
  const folder = await mkdtemp(join(tmpdir(), 'console-desk-'));
  const central = await openCentre(folder);
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumArguments(null) });
  const close = async (): Promise<void> => {
    await browser.close();
    await central.close();
    await rm(folder, { recursive: true, force: true });
  };
  const listening = await central.listen({ port: 0 });
  if (!listening.ok) throw new Error(listening.error);
  const { url } = listening.value;
  const cookies = new Map<string, string>();
  for (const operator of WORLD_OPERATORS) {
    const answer = await fetch(`${url}/dev/operators`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operator),
    });
    cookies.set(operator.login, devOperator.parse(await answer.json()).session.cookie);
  }
  await makeUpFleet(central.foundations);
  const shown = await shownOf(central);

  async function picture(login: string | null, path: string, touch: readonly string[]): Promise<Uint8Array> {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    try {
      const page: Page = await context.newPage();
      await page.clock.setFixedTime(NOW);
      const [name = '', value = ''] = (cookies.get(login ?? '') ?? '').split('=', 2);
      if (login !== null) await context.addCookies([{ name, value, url }]);
      await page.goto(`${url}/console/#/${path}`);
      await page.waitForLoadState('load');
      await page.waitForTimeout(DRAWN_MS);
      for (const words of touch) {
        await page.getByText(words, { exact: true }).first().click({ timeout: 5_000 });
        await page.waitForTimeout(DRAWN_MS);
      }
      return await page.screenshot();
    } finally {
      await context.close();
    }
  }
  return { picture, shown, close };
}
