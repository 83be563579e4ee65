import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { PhysicalCard } from '../../drivers/virtual/card-transport/physical-card.ts';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import type { World } from '../../scripts/world/world.ts';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { yuanOf } from '../../src/money/yuan.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { type DatedFee, feeOn } from '../../src/policy/fee.ts';
import { parsePolicyPack } from '../../src/policy/policy-pack.ts';
import type { ReceiptPart } from '../../src/receipt/receipt-facts.ts';
import type { ReceiptState } from '../../src/receipt/receipt-state.ts';
import { goHome, identify, verifyFace } from './journeys.ts';
import { eventually } from './kiosk-test.ts';

const parsed = parsePolicyPack(readFileSync(`assets/policy/${DEFAULT_PACK}.json`, 'utf8'));
if (!parsed.ok) throw new Error('the pack can’t be read');
/** The pack the kiosk of these tests runs. */
export const PACK = parsed.value;

const feeToday = (fees: readonly DatedFee[]): number => feeOn(fees, dayInShanghai(Date.now())) ?? 0;
/** LOSS-4, REPL-3: in fen, as of today. */
export const LOSS_FEN = feeToday(PACK.loss.fee);
export const CARD_FEN = feeToday(PACK.replacement.fee);

/** From the start screen to the first screen of a service that wants identity and face. */
export async function atTheService(world: World, kiosk: KioskPage, service: ServiceId, residentId: string) {
  await identify(world, kiosk, service, residentId);
  await verifyFace(kiosk);
}

/** One of the options of a question, by its value. */
export async function choose(kiosk: KioskPage, value: string) {
  await kiosk.screen('choose');
  await kiosk.touchThis(kiosk.page.locator(`.choice[data-value="${value}"]`));
}

/** REPL-2, SWAP-2, and everything that is said before the answers are checked. */
export async function toCheckAnswers(kiosk: KioskPage, account: 'same' | 'new' = 'same') {
  await choose(kiosk, account);
  while ((await kiosk.screen('notice', 'check-answers')) === 'notice') await kiosk.touch('confirm');
}

/** Text of the code on the payment screen, and that it asks for this much. */
export async function codeToPay(kiosk: KioskPage, fen: number): Promise<string> {
  await kiosk.screen('pay');
  const code = await kiosk.page.locator('[data-qr]').first().getAttribute('data-qr');
  expect(await kiosk.text()).toContain(yuanOf(fen));
  return code ?? '';
}

export async function pay(world: World, kiosk: KioskPage, fen: number) {
  const code = await codeToPay(kiosk, fen);
  await kiosk.doBeside(() => world.phone.scan(code));
}

/** The new card out of the issuer's gate, once it is there. */
export async function takeNewCard(world: World, kiosk: KioskPage): Promise<PhysicalCard> {
  await kiosk.screen('take-card');
  return takenFrom(world.hardware.issuer);
}

/** The resident's own card out of the acceptor's gate. */
export async function takeOwnCard(world: World, kiosk: KioskPage, on: Screen): Promise<PhysicalCard> {
  await kiosk.screen(on);
  return takenFrom(world.hardware.acceptor);
}

async function takenFrom(machine: { takeFromGate(): PhysicalCard | null }): Promise<PhysicalCard> {
  const card = await eventually(
    () => Promise.resolve(machine.takeFromGate()),
    (taken) => taken !== null,
  );
  if (card === null) throw new Error('no card at the gate');
  return card;
}

/** The machine opens its mouth a moment after its screen says so. */
export async function offerOwnCard(world: World, kiosk: KioskPage, whose: string) {
  await kiosk.screen('present-social-card');
  await eventually(
    () => Promise.resolve(world.hardware.acceptor.entryOpen),
    (open) => open,
  );
  await kiosk.doBeside(() => {
    expect(world.offerOwnCard(whose)).toBe(true);
  });
}

/** What the receipt has to say, on the screen and on paper. */
export interface Told {
  readonly state: ReceiptState;
  readonly parts?: readonly ReceiptPart[];
  /** In fen; absent where nothing was to pay. */
  readonly money?: 'not-taken' | 'unknown' | { readonly kept: number } | { readonly back: number };
}

export async function expectReceipt(world: World, kiosk: KioskPage, { state, parts = [], money }: Told) {
  await kiosk.screen('receipt');
  const { receipt } = await kiosk.words();
  await kiosk.page.getByText(receipt.papers.printed).first().waitFor();
  expect(await kiosk.outcome()).toBe(state);
  const text = await kiosk.text();
  for (const part of parts) expect(text).toContain(receipt.parts[part]);
  if (money === undefined) return;
  const words = receipt.money;
  if (typeof money === 'string') expect(text).toContain(words[money]);
  else if ('kept' in money) expect(text).toContain(words.taken(yuanOf(money.kept)));
  else expect(text).toContain(words['coming-back'](yuanOf(money.back)));
  const paper = world.hardware.printer.text();
  if (typeof money === 'object') expect(paper).toContain(yuanOf(Object.values(money)[0] ?? 0));
}

/** The receipt is read, the ID card taken, the start screen is back. */
export async function leave(world: World, kiosk: KioskPage) {
  await kiosk.touch('finish');
  await kiosk.screen('take-cards');
  await goHome(world, kiosk);
}
