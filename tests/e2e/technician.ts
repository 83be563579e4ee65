import { join } from 'node:path';
import { expect } from 'vitest';
import { CALL_GESTURE } from '../../renderer/maintenance/call/call-gesture.ts';
import { fromStore } from '../../scripts/world/kiosk-ledger.ts';
import { type KioskPage, type KioskPageOptions, openKiosk } from '../../scripts/world/kiosk-page.ts';
import { technicianCardOf } from '../../scripts/world/props.ts';
import { oneTimeCode, pinOf, type WorldTechnician } from '../../scripts/world/technicians.ts';
import type { World } from '../../scripts/world/world.ts';
import type { AuditEventId } from '../../src/contracts/audit.ts';
import type { MaintenanceActName } from '../../src/contracts/maintenance/maintenance-act.ts';
import type { MaintenancePage } from '../../src/contracts/maintenance/page.ts';
import type { TaskKind } from '../../src/contracts/maintenance/tasks.ts';

/** Middle of the corner the gesture is made in, in pixels of the canvas. */
const CORNER = CALL_GESTURE.corner / 2;
/** RFC 6238. Milliseconds. */
const CODE_STEP_MS = 30_000;
/** Longest wait for one page; a device is looked for, or core starts again, in between. */
const PAGE_WITHIN_MS = 60_000;

/** Chromium says so by itself while core starts again: the shell takes no page in. */
const CORE_IS_AWAY = /^WebSocket connection to .* 503$/;

/**
 * A technician's visit before a fresh page of the kiosk. At its end the page has complained of nothing of its own; a
 * visit that failed leaves a new core to the next one, not its own middle.
 */
export async function visit(
  world: World,
  play: (kiosk: KioskPage) => Promise<void>,
  options: KioskPageOptions = {},
): Promise<void> {
  const kiosk = await openKiosk(world, options);
  try {
    await play(kiosk);
    expect(kiosk.complaints.filter((one) => !CORE_IS_AWAY.test(one))).toEqual([]);
  } catch (error) {
    world.killCore();
    throw error;
  } finally {
    await world.hardware.socialCards.pull();
    await kiosk.close();
  }
}

/** The hidden gesture: the touches, and the quiet after them. */
export async function callTechnician(kiosk: KioskPage): Promise<void> {
  for (let touch = 0; touch < CALL_GESTURE.touches; touch += 1) await kiosk.page.mouse.click(CORNER, CORNER);
  await kiosk.page.waitForTimeout(CALL_GESTURE.pauseMs);
}

/** Waits until something of this selector is on the page; says what is there instead. */
export async function seen(kiosk: KioskPage, selector: string): Promise<void> {
  try {
    await kiosk.page.locator(selector).first().waitFor({ timeout: PAGE_WITHIN_MS });
  } catch {
    throw new Error(`waited for ${selector}; the kiosk shows ${await kiosk.text()}`);
  }
}

export const onPage = (kiosk: KioskPage, page: MaintenancePage['page']): Promise<void> =>
  seen(kiosk, `[data-page="${page}"]`);

type SignInStep = Extract<MaintenancePage, { page: 'sign-in' }>['step'];
export const atSignIn = (kiosk: KioskPage, step: SignInStep): Promise<void> =>
  seen(kiosk, `[data-page="sign-in"][data-step="${step}"]`);

/** The button of a technician's act; with a task where several begin or go on with one. */
export const actButton = (kiosk: KioskPage, act: MaintenanceActName, task?: TaskKind) =>
  kiosk.page.locator(`[data-command="${act}"]${task === undefined ? '' : `[data-task="${task}"]`}`).first();

export const touchAct = (kiosk: KioskPage, act: MaintenanceActName, task?: TaskKind): Promise<void> =>
  kiosk.touchThis(actButton(kiosk, act, task));

/** One of the options of a page, by its value. */
export const touchChoice = (kiosk: KioskPage, value: string): Promise<void> =>
  kiosk.touchThis(kiosk.page.locator(`.choice[data-value="${value}"]`));

/** Card in, up to the PIN. The card is still in. */
export async function showCard(world: World, kiosk: KioskPage, who: WorldTechnician): Promise<void> {
  await atSignIn(kiosk, 'how');
  await touchChoice(kiosk, 'card');
  await atSignIn(kiosk, 'card');
  await kiosk.doBeside(async () => {
    const put = await world.hardware.socialCards.insert(technicianCardOf(who));
    if (!put.ok) throw new Error(put.error.message);
  });
  await atSignIn(kiosk, 'pin');
}

export async function enterPin(kiosk: KioskPage, pin: string): Promise<void> {
  await atSignIn(kiosk, 'pin');
  await kiosk.typeDigits(pin);
  await touchAct(kiosk, 'enter-pin');
}

/** Card, then PIN; the card is taken along again. */
export async function signInByCard(world: World, kiosk: KioskPage, who: WorldTechnician): Promise<void> {
  await showCard(world, kiosk, who);
  await enterPin(kiosk, pinOf(who));
  await kiosk.doBeside(() => void world.hardware.socialCards.pull());
}

const codesUsed = new Map<WorldTechnician, number>();

/** What the telephone shows; a code that was used waits for the next one, which counts already. */
function freshCode(who: WorldTechnician): string {
  const step = Math.max(Math.floor(Date.now() / CODE_STEP_MS), (codesUsed.get(who) ?? 0) + 1);
  codesUsed.set(who, step);
  return oneTimeCode(who, step * CODE_STEP_MS);
}

/** Number and one-time code, then PIN. */
export async function signInByCode(kiosk: KioskPage, who: WorldTechnician): Promise<void> {
  await atSignIn(kiosk, 'how');
  await touchChoice(kiosk, 'code');
  await atSignIn(kiosk, 'code');
  await kiosk.typeDigits(who.slice('T-'.length));
  await kiosk.typeDigits(freshCode(who));
  await touchAct(kiosk, 'enter-code');
  await enterPin(kiosk, pinOf(who));
}

/** Called, signed in with the card, and the report is there. */
export async function comeIn(world: World, kiosk: KioskPage, who: WorldTechnician): Promise<void> {
  await callTechnician(kiosk);
  await signInByCard(world, kiosk, who);
  await reported(kiosk);
}

/** The readiness page with its report. */
export async function reported(kiosk: KioskPage): Promise<void> {
  await seen(kiosk, '[data-page="readiness"] [data-command="look-again"]');
}

/** Lines that need somebody, on all leaves in order: subject and level. */
export async function needs(kiosk: KioskPage): Promise<{ subject: string; level: string }[]> {
  const turns = kiosk.page.locator('nav.pager').first().getByRole('button');
  const several = (await turns.count()) > 0;
  const lines = await linesShown(kiosk);
  let page = 1;
  for (; several && (await turns.last().isEnabled()); page += 1) {
    await turns.last().click();
    lines.push(...(await linesShown(kiosk)));
  }
  for (; page > 1; page -= 1) await turns.first().click();
  return lines;
}

const linesShown = (kiosk: KioskPage): Promise<{ subject: string; level: string }[]> =>
  kiosk.page.locator('.conditions [data-subject]').evaluateAll((lines) =>
    lines.map((line) => {
      const { subject, level } = (line as HTMLElement).dataset;
      return { subject: subject ?? '', level: level ?? '' };
    }),
  );

/** Leaves; what is red is said, and left all the same. */
export async function goOut(kiosk: KioskPage): Promise<'ready' | 'not-ready'> {
  await touchAct(kiosk, 'leave');
  await seen(kiosk, '[data-command="leave-anyway"], [data-screen]:not([data-screen="maintenance"])');
  if ((await actButton(kiosk, 'leave-anyway').count()) === 0) return 'ready';
  await touchAct(kiosk, 'leave-anyway');
  await seen(kiosk, '[data-screen]:not([data-screen="maintenance"])');
  return 'not-ready';
}

/** What the kiosk has on record from now on: facts of every audit record of one event, oldest first. */
export function auditFromNow(world: World): (event: AuditEventId) => Record<string, unknown>[] {
  const folder = join(world.folder, 'kiosk');
  const last = fromStore(folder, (store) =>
    Number(store.prepare('SELECT MAX(sequence) FROM audit').pluck().get()),
  );
  return (event) =>
    fromStore(folder, (store) =>
      store
        .prepare<[number, string], { detail: string }>(
          'SELECT detail FROM audit WHERE sequence > ? AND event = ? ORDER BY sequence',
        )
        .all(last, event)
        .map(({ detail }) => JSON.parse(detail)),
    );
}
