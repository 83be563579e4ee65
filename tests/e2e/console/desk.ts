import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { catalogueOf } from '../../../central/console/texts/catalogue.ts';
import { chromiumArguments, chromiumPath } from '../../../scripts/world/chromium.ts';

/** What an operator sees on a usual screen. */
const SCREEN = { width: 1440, height: 1000 } as const;
/** Longest wait for one thing at the desk, on a busy machine. */
const WITHIN_MS = 20_000;

/** The words at the desk; the door opens in Chinese. */
export const TEXTS = catalogueOf('zh-CN');

/** The browser in which every operator has a profile of their own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, headless: true, args: chromiumArguments(null) });
}

/** Hands and eyes of an operator before the console's real page. */
export class Desk {
  readonly page: Page;
  /** Errors of the page that nobody caught. */
  readonly complaints: string[] = [];
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A browser of their own; with the cookie of an open session no door stands before it. */
  static async open(
    browser: Browser,
    consoleUrl: string,
    cookie?: { readonly name: string; readonly value: string },
  ): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { ...SCREEN },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(WITHIN_MS);
    if (cookie) await context.addCookies([{ ...cookie, url: consoleUrl }]);
    const desk = new Desk(await context.newPage(), consoleUrl);
    await desk.page.goto(consoleUrl);
    return desk;
  }

  static async atTheDoor(browser: Browser, consoleUrl: string): Promise<Desk> {
    const desk = await Desk.open(browser, consoleUrl);
    await desk.button(TEXTS.signIn.enter).waitFor();
    return desk;
  }

  /** Types what the door asks for, and knocks; the status the centre answered with. */
  async knock(login: string, password: string, code: string): Promise<number> {
    const { signIn } = TEXTS;
    await this.page.getByLabel(signIn.login).fill(login);
    await this.page.getByLabel(signIn.password, { exact: true }).fill(password);
    await this.page.getByLabel(signIn.code).fill(code);
    const answered = this.page.waitForResponse((answer) => answer.url().endsWith('/console/api/sign-in'));
    await this.press(signIn.enter);
    return (await answered).status();
  }

  /** Whether somebody is signed in here. */
  get signOut(): Locator {
    return this.button(TEXTS.frame.signOut);
  }

  /** A page of the desk by its address: `#/releases`. */
  async go(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.#url).href);
  }

  /** What stands after the `#`. */
  get place(): string {
    return decodeURIComponent(new URL(this.page.url()).hash);
  }

  /** By its words; a sign before them (an arrow, one that turns while it works) has a name too. */
  button(name: string, inside: Page | Locator = this.page): Locator {
    return inside.getByRole('button', { name: new RegExp(`(^| )${name}$`) });
  }

  async press(name: string, inside: Page | Locator = this.page): Promise<void> {
    await this.button(name, inside).click();
  }

  /** The question that stands before the page. */
  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Answers the question before the page, and waits until it is gone. */
  async settle(name: string): Promise<void> {
    await this.press(name, this.dialog);
    await this.page.locator('.ant-modal-wrap:visible').waitFor({ state: 'detached' });
  }

  /** Waits until this can be read. */
  async reads(text: string, inside: Page | Locator = this.page): Promise<void> {
    await inside.getByText(text).first().waitFor();
  }

  /** Opens a list and chooses from it. */
  async choose(list: Locator, option: string): Promise<void> {
    await list.click();
    await this.page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
