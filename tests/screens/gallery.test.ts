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

describe('every screen and variant', () => {
  for (const size of SIZES)
    for (const look of LOOKS)
      it(`fits, is large enough and has names: ${size.name} ${look.language}${look.elder ? ' elder' : ''}`, async () => {
        await browser.page.setViewportSize({ width: size.width, height: size.height });
        await browser.page.waitForFunction(
          (name) => document.documentElement.dataset.orientation === name,
          size.name,
        );
        const faults = await browser.page.evaluate(({ language, elder }) => {
          const found: string[] = [];
          for (const name of window.gallery.names)
            for (const fault of window.gallery.show(name, language, elder)) found.push(`${name}: ${fault}`);
          return found;
        }, look);
        expect(faults).toEqual([]);
      }, 30_000);

  it('fits while an address is typed and while help is open, in every look', async () => {
    const { page } = browser;
    const faults: string[] = [];
    const inspect = async (what: string, elder: boolean) => {
      const found = await page.evaluate((one) => window.gallery.inspect(one), elder);
      faults.push(...found.map((fault) => `${what}: ${fault}`));
    };
    for (const size of SIZES) {
      await page.setViewportSize({ width: size.width, height: size.height });
      for (const { language, elder } of LOOKS) {
        const look = `${size.name} ${language} ${elder}`;
        await page.evaluate((one) => window.gallery.show('address', one.language, one.elder), {
          language,
          elder,
        });
        await page.locator('.page-actions button').first().click();
        await inspect(`keyboard ${look}`, elder);
        for (const key of 'hai') await page.getByRole('button', { name: key, exact: true }).click();
        await inspect(`candidates ${look}`, elder);
        await page.getByRole('button', { name: '海', exact: true }).click();
        expect(await page.locator('output.field-large').textContent()).toBe('海');
        await page.locator('.footer button', { hasText: /帮助|Help/ }).click();
        await inspect(`help ${look}`, elder);
        await page.locator('.overlay button').click();
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('keeps the content security policy and throws nothing', () => {
    expect(browser.complaints).toEqual([]);
  });
});

describe('low reach', () => {
  const show = (name: string, { language, elder }: (typeof LOOKS)[number]) =>
    browser.page.evaluate((one) => window.gallery.show(one.name, one.language, one.elder, true), {
      name,
      language,
      elder,
    });
  const stand = async ({ width, height, name }: (typeof SIZES)[number]) => {
    await browser.page.setViewportSize({ width, height });
    await browser.page.waitForFunction((one) => document.documentElement.dataset.orientation === one, name);
  };

  it('keeps what is touched below 1,200 mm on every resident’s screen, each look on every fourth', async () => {
    await stand(SIZES[0]);
    const faults = await browser.page.evaluate(
      (looks) =>
        window.gallery.names
          .filter((name) => !name.startsWith('maintenance'))
          .flatMap((name, at) => {
            const { language, elder } = looks[at % looks.length] ?? looks[0];
            return window.gallery.show(name, language, elder, true).map((fault) => `${name}: ${fault}`);
          }),
      LOOKS,
    );
    expect(faults).toEqual([]);
  }, 30_000);

  it('keeps it there while an address is typed, letters are searched and a group is opened', async () => {
    await stand(SIZES[0]);
    const faults: string[] = [];
    for (const look of [LOOKS[1], LOOKS[2]])
      for (const [name, button] of [
        ['address', /住在别的地方|Somewhere else/],
        ['help', /拼音首字母|by letters/],
        ['home', look.elder ? /查自己的/ : null],
      ] as const) {
        await show(name, look);
        if (button !== null)
          await browser.page.locator('main').getByRole('button', { name: button }).first().click();
        const found = await browser.page.evaluate((elder) => window.gallery.inspect(elder), look.elder);
        faults.push(...found.map((fault) => `${name} ${look.language}: ${fault}`));
      }
    expect(faults).toEqual([]);
  }, 30_000);

  it('is asked for with one touch where the screen stands upright; a lying one is within reach as it is', async () => {
    await stand(SIZES[0]);
    await show('home', LOOKS[0]);
    const ask = browser.page.locator('[data-command="set-low-reach"]');
    await ask.click();
    expect(await browser.page.evaluate(() => window.gallery.sent.at(-1))).toEqual({
      type: 'set-low-reach',
      lowReach: false,
    });
    await stand(SIZES[1]);
    expect(await ask.count()).toBe(0);
    expect(await browser.page.locator('html[data-low-reach]').count()).toBe(0);
    await stand(SIZES[0]);
  });
});

describe('INV-6 in the page', () => {
  const draw = (view: View) => browser.page.evaluate((one) => window.gallery.draw(one), view);
  const typed = () => browser.page.locator('output.field-large').textContent();

  it('drops typed digits when the session ends, keeps them when only language or size change', async () => {
    const mobile = sample('mobile');
    await draw(sample('ended'));
    await draw(mobile);
    for (const digit of '1380013') await browser.page.keyboard.press(digit);
    expect(await typed()).toBe('138 0013');
    await draw({ ...mobile, revision: 2, elder: true, language: 'en' });
    expect(await typed()).toBe('138 0013');
    await draw(sample('ended'));
    expect(await browser.page.content()).not.toContain('0013');
    await draw(mobile);
    expect(await typed()).not.toContain('138');
  });

  it('asks for a code anew after a wrong one', async () => {
    const code = { ...sample('sms-code'), triesLeft: 3, problem: null };
    const cells = () => browser.page.locator('.cells').textContent();
    await draw(code);
    for (const digit of '1234') await browser.page.keyboard.press(digit);
    await draw({ ...code, revision: 2 });
    expect(await cells()).toBe('1234');
    await draw({ ...code, revision: 3, triesLeft: 2, problem: 'wrong' });
    expect(await cells()).toBe('');
  });

  it('draws nothing of the resident while the core is away', async () => {
    await draw(sample('who-you-are'));
    await browser.page.evaluate(() => window.gallery.draw(null));
    expect(await browser.page.content()).not.toContain('742X');
  });

  it('sends the chosen command and shows no button the view does not allow', async () => {
    await draw({ ...sample('face-consent'), can: ['decline-face'] });
    const names = await browser.page.getByRole('button').allInnerTexts();
    expect(names.join()).toContain('不刷脸');
    expect(names.join()).not.toContain('同意');
    await browser.page.getByRole('button', { name: '不刷脸' }).click();
    expect(await browser.page.evaluate(() => window.gallery.sent.at(-1))).toEqual({ type: 'decline-face' });
  });
});
