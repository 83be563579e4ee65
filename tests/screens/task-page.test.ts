import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gallery } from '../../renderer/gallery/gallery.tsx';
import { type GalleryBrowser, openGallery, SIZES } from './gallery-browser.ts';

declare const window: { gallery: Gallery };

let browser: GalleryBrowser;
beforeAll(async () => {
  browser = await openGallery();
}, 60_000);
afterAll(() => browser.close());

const show = (step: string) =>
  browser.page.evaluate((name) => window.gallery.show(name, 'zh-CN', false), `maintenance/task-${step}`);
const last = () => browser.page.evaluate(() => window.gallery.sent.at(-1));
const button = (name: string) => browser.page.getByRole('button', { name, exact: true });

describe('a technician at a step of a task', () => {
  it('types a count that is never offered, and sends the number for the step that is shown', async () => {
    await show('load-cards-count-second-count');
    expect(await browser.page.locator('output.field-large').textContent()).not.toMatch(/\d/);
    for (const digit of '098') await button(digit).click();
    await browser.page.locator('[data-command="answer"]').click();
    expect(await last()).toEqual({ act: 'answer', step: 'count-second', value: 98 });
  });

  it('sees nothing of the first count in the second', async () => {
    await show('load-cards-pack-label-count');
    for (const digit of '77') await button(digit).click();
    await show('load-cards-count-second-count');
    expect(await browser.page.locator('main').textContent()).not.toContain('77');
  });

  it('goes on at one touch of an option', async () => {
    await show('load-cards-put-in-choose');
    await browser.page.locator('[data-value="not-all-in"]').click();
    expect(await last()).toEqual({ act: 'answer', step: 'put-in', value: 'not-all-in' });
  });

  it('types a time as it is written', async () => {
    await show('set-clock-enter-time-enter');
    await button('7').click();
    await browser.page.locator('[data-command="answer"]').click();
    expect(await last()).toEqual({ act: 'answer', step: 'enter-time', value: '2026-11-22 09:47' });
  });

  it('asks before a task is left, and stays at once', async () => {
    const before = await browser.page.evaluate(() => window.gallery.sent.length);
    await show('load-cards-put-in-choose');
    await button('以后再做').click();
    await button('接着做').click();
    expect(await browser.page.evaluate(() => window.gallery.sent.length)).toBe(before);
    await button('以后再做').click();
    await browser.page.locator('.overlay [data-command="leave-task"]').click();
    expect(await last()).toEqual({ act: 'leave-task' });
  });

  it('lights every field that a finger sweeps, and answers by itself when none is missed', async () => {
    for (const size of SIZES) {
      await browser.page.setViewportSize({ width: size.width, height: size.height });
      await browser.page.waitForFunction(
        (name) => document.documentElement.dataset.orientation === name,
        size.name,
      );
      await show('test-device-draw-draw');
      const rows = size.width > size.height ? 6 : 10;
      const { mouse } = browser.page;
      for (let row = 0; row < rows; row += 1) {
        const y = ((row + 0.5) * size.height) / rows;
        await mouse.move(8, y);
        await mouse.down();
        await mouse.move(size.width - 8, y);
        await mouse.up();
        if (row === 0) expect(await browser.page.locator('.drawing-field.drawn').count()).toBe(60 / rows);
      }
      expect(await last()).toEqual({ act: 'answer', step: 'draw', value: 0 });
    }
  });

  it('keeps the content security policy and throws nothing', () => {
    expect(browser.complaints).toEqual([]);
  });
});
