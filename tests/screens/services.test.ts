import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gallery } from '../../renderer/gallery/gallery.tsx';
import { sample } from '../../renderer/gallery/samples.ts';
import type { View } from '../../src/contracts/view.ts';
import { type GalleryBrowser, LOOKS, openGallery, SIZES } from './gallery-browser.ts';

declare const window: { gallery: Gallery };

let browser: GalleryBrowser;
beforeAll(async () => {
  browser = await openGallery();
}, 60_000);
afterAll(() => browser.close());

const draw = (view: View | null) => browser.page.evaluate((one) => window.gallery.draw(one), view);
const show = (name: string, language: 'zh-CN' | 'en' = 'zh-CN', elder = false) =>
  browser.page.evaluate((one) => window.gallery.show(one.name, one.language, one.elder), {
    name,
    language,
    elder,
  });
const sent = () => browser.page.evaluate(() => window.gallery.sent);

/** What a touch uncovers on a screen, without a new view. */
const UNCOVERED = [
  ['help', /拼音首字母|by letters/],
  ['help/found', /拼音首字母|by letters/],
  ['help/nothing', /拼音首字母|by letters/],
  ['help', /只能到窗口|Only at a counter/],
  ['home', /查自己的|My records/],
  ['home/in-trouble', /问一问|Find out/],
] as const;

describe('what a touch uncovers', () => {
  it('fits in every look: letters, counter topics, groups of services', async () => {
    const faults: string[] = [];
    for (const size of SIZES) {
      await browser.page.setViewportSize({ width: size.width, height: size.height });
      for (const { language, elder } of LOOKS)
        for (const [name, button] of UNCOVERED) {
          if (name.startsWith('home') && !elder) continue;
          await show(name, language, elder);
          await browser.page.getByRole('button', { name: button }).first().click();
          const found = await browser.page.evaluate((one) => window.gallery.inspect(one), elder);
          faults.push(
            ...found.map((fault) => `${name} ${button} ${size.name} ${language} ${elder}: ${fault}`),
          );
        }
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('screens of the services', () => {
  beforeAll(() => browser.page.setViewportSize({ width: 1080, height: 1920 }));

  it('LOSS-4 says what each way costs and sends the touched one', async () => {
    await show('choose/what-about-the-lost-card');
    const fees = await browser.page.locator('.option-fee').allTextContents();
    expect(fees).toEqual(['不收钱', '不收钱', '10.00 元', '25.00 元']);
    await browser.page.locator('.choice[data-value="formal"]').click();
    expect((await sent()).at(-1)).toEqual({ type: 'choose', value: 'formal' });
  });

  it('LOSS-5 says in the largest letters that the card is not blocked, with the numbers to call', async () => {
    for (const { language, elder } of LOOKS) {
      await show('receipt/loss/not-blocked-yet', language, elder);
      const sizes = await browser.page.evaluate(() =>
        [...document.querySelectorAll('.canvas *')]
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
      const title = browser.page.locator('h1');
      const size = await title.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      expect(size).toBe(Math.max(...sizes));
      expect(await title.textContent()).toMatch(language === 'en' ? /NOT\s+blocked/ : /还没有停用/);
      const text = await browser.page.locator('main').textContent();
      for (const { number } of sample('home').hotlines) expect(text).toContain(number);
    }
  });

  it('INV-1 shows the code to pay while it holds, and none while the answer is awaited', async () => {
    const open = sample('pay');
    await draw(open);
    expect(await browser.page.locator('[data-qr]').getAttribute('data-qr')).toBe(open.qr);
    expect(await browser.page.locator('main').textContent()).toContain('2:52');
    await draw({ ...open, phase: 'asking', revision: open.revision + 1 });
    expect(await browser.page.locator('[data-qr]').count()).toBe(0);
  });

  it('REC-1 adds up the months that were paid, and only those', async () => {
    await show('records/payments-offered');
    expect(await browser.page.locator('tfoot').textContent()).toContain('4587.44');
    expect(await browser.page.locator('td.not-paid').count()).toBe(1);
  });

  it('PROG-1 draws six steps with one of them now; PROG-2 says what to do where it stopped', async () => {
    await show('applications/production');
    expect(await browser.page.locator('.steps li').count()).toBe(6);
    expect(await browser.page.locator('.steps li.now').count()).toBe(1);
    await show('applications/name-mismatch');
    expect(await browser.page.locator('.steps li.stopped').count()).toBe(1);
    expect(await browser.page.locator('main').textContent()).toContain('到银行窗口改过来');
  });

  it('HELP-1 keeps the letters where they are while answers come, and loses none of them', async () => {
    const help = sample('help');
    await draw(sample('ended'));
    await draw(help);
    await browser.page.getByRole('button', { name: '拼音首字母' }).click();
    const key = (letter: string) => browser.page.getByRole('button', { name: letter, exact: true });
    const before = await key('G').boundingBox();
    await key('G').click();
    await key('S').click();
    // The second touch named the old view and was dropped: the core only knows the first letter.
    await draw({ ...help, revision: help.revision + 1, query: 'g', topics: help.topics.slice(0, 3) });
    const searches = (await sent()).filter((one) => JSON.stringify(one).includes('"gs"'));
    expect(searches).toHaveLength(2);
    expect(await key('G').boundingBox()).toEqual(before);
    const asked = (await sent()).length;
    await draw({ ...help, revision: help.revision + 2, query: 'gs', topics: help.topics.slice(0, 3) });
    expect((await sent()).length).toBe(asked);
    // INV-6
    await draw(sample('ended'));
    await draw(help);
    await browser.page.getByRole('button', { name: '拼音首字母' }).click();
    expect(await browser.page.locator('output.field-large').textContent()).not.toContain('G');
  });

  it('INV-5 never says of a stuck card that it is in somebody’s hand, and says whom to call', async () => {
    for (const { language, elder } of LOOKS) {
      await show('trouble/card-stuck/with-you', language, elder);
      const text = await browser.page.locator('main').textContent();
      expect(text).not.toMatch(/在您手里|in your hand/);
      for (const { number } of sample('home').hotlines) expect(text).toContain(number);
    }
  });

  it('offers on a receipt the services that fit next, where the view allows it', async () => {
    const receipt = {
      ...sample('receipt'),
      parts: ['new-card-handed-over' as const],
      next: ['activate' as const],
    };
    await draw(receipt);
    await browser.page.locator('main [data-service="activate"]').click();
    expect((await sent()).at(-1)).toEqual({ type: 'choose-service', service: 'activate' });
    await draw({ ...receipt, can: ['finish'] });
    expect(await browser.page.locator('main [data-service]').count()).toBe(0);
  });

  it('keeps the content security policy and throws nothing', () => {
    expect(browser.complaints).toEqual([]);
  });
});
