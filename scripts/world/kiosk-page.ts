import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { groupOf } from '../../renderer/screens/service-groups.ts';
import { type Catalogue, catalogueOf } from '../../renderer/texts/catalogue.ts';
import type { CommandType } from '../../src/contracts/command.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { Language, Screen } from '../../src/contracts/view.ts';
import type { ClipKind } from '../../src/fictitious-residents/clip.ts';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import { cachedClip } from '../clips/make-clip.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';
import { noteAct, ownWaiting, recordedEvents, recordScreens, type ScreenEvent } from './screen-record.ts';
import { takeFaceAsSeen } from './seen-face.ts';
import type { World } from './world.ts';

/** A real kiosk screen, upright and lying (experience.md). */
export const UPRIGHT = { width: 1080, height: 1920 } as const;
export const LYING = { width: 1920, height: 1080 } as const;

/** Longest wait for one screen on a busy machine; the turn challenge alone may take 20 s. */
const SCREEN_WITHIN_MS = 60_000;
/** A command is answered by a new view; a machine that runs other tests too may take a while. */
const ANSWER_WITHIN_MS = 10_000;

export interface KioskPageOptions {
  /** Who stands before the camera: their drawn face turns as asked. Nobody: the kiosk has no camera. */
  readonly residentId?: string;
  readonly clip?: ClipKind;
  /** No camera and no wait: the face counts as seen (`seen-face.ts`), for what comes after it. */
  readonly faceSeen?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: Language;
  readonly elder?: boolean;
}

/** Chromium with the kiosk's page open, waiting at its first screen. */
export async function openKiosk(world: World, options: KioskPageOptions = {}): Promise<KioskPage> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is missing: apt-get install chromium');
  const { residentId } = options;
  const clip =
    residentId === undefined || options.faceSeen
      ? null
      : cachedClip(PEOPLE[world.resident(residentId).portrait], options.clip ?? 'turning');
  const profile = mkdtempSync(join(tmpdir(), 'yikatong-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { ...(options.viewport ?? UPRIGHT) },
    args: chromiumArguments(clip),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await recordScreens(page);
  if (options.faceSeen) await takeFaceAsSeen(page);
  const kiosk = new KioskPage(world, page, context, profile);
  await kiosk.load();
  if (options.language === 'en') await kiosk.touch('set-language');
  if (options.elder) await kiosk.touch('set-elder');
  return kiosk;
}

/** Hands and eyes of a resident before the kiosk's real page. */
export class KioskPage {
  readonly page: Page;
  /** What the page complained of: errors nobody caught, and console errors. */
  readonly complaints: string[] = [];
  readonly #world: World;
  readonly #context: BrowserContext;
  readonly #profile: string;

  constructor(world: World, page: Page, context: BrowserContext, profile: string) {
    this.#world = world;
    this.page = page;
    this.#context = context;
    this.#profile = profile;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens the page anew: after the kiosk's program was started again it has another address. */
  async load(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(this.#world.kioskUrl());
    await this.#frame().waitFor({ timeout: SCREEN_WITHIN_MS });
  }

  /** The screen that is shown now; null while the core is away. */
  async now(): Promise<{ screen: Screen; revision: number; overlay: string | null } | null> {
    return this.page.evaluate(() => {
      const frame = document.querySelector<HTMLElement>('[data-screen]');
      if (frame === null) return null;
      const { screen, revision, overlay } = frame.dataset;
      return { screen: screen as Screen, revision: Number(revision), overlay: overlay ?? null };
    });
  }

  /** The state the receipt tells, or the reason of a refusal or trouble; null on other screens. */
  async outcome(): Promise<string | null> {
    return this.page.evaluate(
      () => document.querySelector<HTMLElement>('[data-screen]')?.dataset.outcome ?? null,
    );
  }

  /** Waits until the core has published another view than this one. */
  async changed(revision: number, withinMs = SCREEN_WITHIN_MS): Promise<void> {
    // Seen from outside: the page's policy forbids evaluating in it, which a waiting function would do.
    await this.page
      .locator(`body:not(:has([data-revision="${revision}"]))`)
      .waitFor({ state: 'attached', timeout: withinMs });
  }

  /** Waits until one of these screens is shown, and says which. */
  async screen(...wanted: readonly [Screen, ...Screen[]]): Promise<Screen> {
    const any = wanted.map((screen) => `[data-screen="${screen}"]`).join(', ');
    try {
      await this.page.locator(any).first().waitFor({ timeout: SCREEN_WITHIN_MS });
    } catch {
      const shown = (await this.now())?.screen ?? 'nothing';
      throw new Error(`waited for ${wanted.join(' or ')}; the kiosk shows ${shown}: ${await this.text()}`);
    }
    return (await this.now())?.screen ?? this.screen(...wanted);
  }

  /** Waits until another screen than this one is shown, and says which. */
  async past(screen: Screen): Promise<Screen> {
    await this.page
      .locator(`[data-screen]:not([data-screen="${screen}"])`)
      .first()
      .waitFor({ timeout: SCREEN_WITHIN_MS });
    return (await this.now())?.screen ?? this.past(screen);
  }

  /** Waits for the question over the screen. */
  async overlay(kind: 'time-out' | 'leave'): Promise<void> {
    await this.page.locator(`[data-overlay="${kind}"]`).waitFor({ timeout: SCREEN_WITHIN_MS });
  }

  /** Touches the one button that sends this command, and waits until the kiosk has answered. */
  async touch(command: CommandType): Promise<void> {
    await this.#answered(() => this.button(command).click());
  }

  /** Touches a button by the words on it, where several send the same command; waits for the answer. */
  async touchNamed(name: string | RegExp): Promise<void> {
    await this.#answered(() => this.press(name));
  }

  /** Touches something found by hand, and waits for the kiosk's answer. */
  async touchThis(found: Locator): Promise<void> {
    await this.#answered(() => found.click());
  }

  /** Touches a button that changes only what is on this screen: a digit, a page, a region. */
  async press(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string' && name.length === 1;
    await this.page.getByRole('button', { name, exact }).first().click();
  }

  /** The button of a command, to ask whether it is there. */
  button(command: CommandType): Locator {
    return this.page.locator(`[data-command="${command}"]`).first();
  }

  /** Its tile at home, in elder mode below the name of its group, or its button where it is offered next. */
  async chooseService(service: ServiceId): Promise<void> {
    const group = this.page.locator(`[data-group="${groupOf(service)}"]`);
    if ((await group.count()) > 0) await group.click();
    await this.touchThis(this.page.locator(`button[data-service="${service}"]`).first());
  }

  /** Digits on the keypad of the screen. */
  async typeDigits(digits: string): Promise<void> {
    for (const digit of digits) await this.press(digit);
  }

  /** Picks one of a list by its words, or by its place from 0. */
  async pick(which: string | number): Promise<void> {
    const labels = this.page.locator('.choice');
    await (typeof which === 'number' ? labels.nth(which) : labels.filter({ hasText: which }).first()).click();
  }

  /** Lays an ID card on the reader, inserts a card, presses keys: what is done beside the screen, on record. */
  async doBeside(act: () => void | Promise<void>): Promise<void> {
    await noteAct(this.page);
    await act();
  }

  /** The words of the language that is shown. */
  async words(): Promise<Catalogue> {
    const language = await this.page.evaluate(() => document.documentElement.lang);
    return catalogueOf(language === 'en' ? 'en' : 'zh-CN');
  }

  /** Everything that can be read on the page. */
  async text(): Promise<string> {
    return ((await this.page.locator('body').textContent()) ?? '').replaceAll(/\s+/g, ' ');
  }

  picture(file: string): Promise<Uint8Array> {
    return this.page.screenshot({ path: file });
  }

  /** Every screen, touch and act since the page was opened, in order. */
  events(): Promise<readonly ScreenEvent[]> {
    return recordedEvents(this.page);
  }

  /** Milliseconds the resident has waited for the machine. */
  async ownMs(): Promise<number> {
    return ownWaiting(await this.events());
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  #frame(): Locator {
    return this.page.locator('[data-screen]').first();
  }

  async #answered(act: () => Promise<void>): Promise<void> {
    const before = (await this.now())?.revision ?? -1;
    await act();
    await this.changed(before, ANSWER_WITHIN_MS);
  }
}
