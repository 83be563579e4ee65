import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gallery } from '../../renderer/gallery/gallery.tsx';
import { type GalleryBrowser, LOOKS, openGallery, SIZES } from './gallery-browser.ts';

declare const window: { gallery: Gallery };

let browser: GalleryBrowser;
beforeAll(async () => {
  browser = await openGallery();
}, 60_000);
afterAll(() => browser.close());

const show = (name: string, language: 'zh-CN' | 'en' = 'zh-CN', elder = false) =>
  browser.page.evaluate((one) => window.gallery.show(one.name, one.language, one.elder), {
    name,
    language,
    elder,
  });
const last = () => browser.page.evaluate(() => window.gallery.sent.at(-1));
const act = (name: string) => browser.page.locator(`[data-command="${name}"]`).first();

/** What a touch on the page itself opens: nothing of it goes to the core. */
const FACES = [
  ['maintenance/readiness-stop', '[data-command="open-tasks"]'],
  ['maintenance/readiness-stop', '[data-command="open-well"]'],
  ['maintenance/devices', '[data-face="alarms"]'],
] as const;

describe('a technician’s pages', () => {
  it('fit with tasks, well lines and alarms opened, in every look', async () => {
    const faults: string[] = [];
    for (const size of SIZES) {
      await browser.page.setViewportSize({ width: size.width, height: size.height });
      await browser.page.waitForFunction(
        (name) => document.documentElement.dataset.orientation === name,
        size.name,
      );
      for (const { language, elder } of LOOKS)
        for (const [name, opens] of FACES) {
          await show(name, language, elder);
          await browser.page.locator(opens).click();
          const found = await browser.page.evaluate((one) => window.gallery.inspect(one), elder);
          faults.push(...found.map((fault) => `${size.name} ${language} ${elder} ${opens}: ${fault}`));
        }
    }
    await browser.page.setViewportSize({ width: 1080, height: 1920 });
    expect(faults).toEqual([]);
  }, 60_000);

  it('say to whoever comes up that the kiosk is closed, since when and where to go', async () => {
    await show('maintenance/readiness-well', 'en');
    const outside = await browser.page.locator('.outside').textContent();
    for (const said of [
      '暂停服务',
      '09:34',
      'Out of service',
      'Please go to',
      '海口市社会保障卡一卡通中心国兴服务大厅',
      '12333',
    ])
      expect(outside).toContain(said);
  });

  it('begin the task that a red line asks for, and go on with one that was left', async () => {
    await show('maintenance/readiness-stop');
    await act('resume-task').click();
    expect(await last()).toEqual({ act: 'resume-task', id: 'task-7' });
    await browser.page.locator('[data-subject="stack"] [data-command="begin-task"]').click();
    expect(await last()).toEqual({ act: 'begin-task', task: 'load-cards' });
  });

  it('send number, code and PIN whole, show no digit of the PIN, and forget it with the touch', async () => {
    await show('maintenance/sign-in-code');
    for (const digit of '0417123456') await browser.page.keyboard.press(digit);
    await act('enter-code').click();
    expect(await last()).toEqual({ act: 'enter-code', technician: 'T-0417', code: '123456' });
    await show('maintenance/sign-in-pin');
    for (const digit of '908172') await browser.page.keyboard.press(digit);
    expect(await browser.page.locator('.cells').textContent()).toMatch(/^(•\s*){6}$/);
    await act('enter-pin').click();
    expect(await last()).toEqual({ act: 'enter-pin', pin: '908172' });
    expect(await browser.page.locator('.cells').textContent()).not.toContain('•');
  });

  it('send nothing while a wait for wrong tries runs', async () => {
    await show('maintenance/sign-in-pin-wait');
    for (const digit of '908172') await browser.page.keyboard.press(digit);
    expect(await act('enter-pin').isDisabled()).toBe(true);
  });
});

describe('the hidden gesture', () => {
  const corner = async (times: number) => {
    for (let touch = 0; touch < times; touch += 1) await browser.page.mouse.click(60, 60);
  };
  const calls = () =>
    browser.page.evaluate(() => window.gallery.sent.filter((one) => one === 'call-technician').length);

  it('is heard on residents’ screens, on the closed one and while the core is away; drumming is not', async () => {
    await show('home');
    await corner(9);
    await show('out-of-service');
    // Drumming has no end until another touch or a pause.
    await browser.page.mouse.click(540, 900);
    await corner(5);
    await expect.poll(calls, { timeout: 4_000 }).toBe(1);
    await browser.page.evaluate(() => window.gallery.draw(null));
    await corner(5);
    await expect.poll(calls, { timeout: 4_000 }).toBe(2);
  }, 15_000);

  it('keeps the content security policy and throws nothing', () => {
    expect(browser.complaints).toEqual([]);
  });
});
