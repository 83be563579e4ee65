import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import type { Gallery } from '../renderer/gallery/gallery.tsx';
import { PEOPLE } from '../src/fictitious-residents/portrait-people.ts';
import { openGallery, SIZES } from '../tests/screens/gallery-browser.ts';
import { portraitSheet } from './clips/portrait-pictures.ts';
import { openConsoleDesk } from './docs/console-desk.ts';
import { CONSOLE_PICTURES } from './docs/console-picture-list.ts';
import { PICTURES, type ScreenPicture } from './docs/picture-list.ts';
import { sampleReceiptPng } from './docs/sample-receipt.ts';
import { besideEachOther } from './docs/screens-beside.ts';
import { TECHNICIAN_PICTURES, type TechnicianPicture } from './docs/technician-picture-list.ts';

declare const window: { gallery: Gallery };

/** Widths in a page of text: a screen as high as a hand, paper as wide as paper. */
const SCREEN_WIDTH = 540;
const LYING_WIDTH = 960;
const PAPER_WIDTH = 420;
/** Of one among several beside each other: its title can still be read where a page shows them at 900. */
const SCREEN_BESIDE_WIDTH = 400;
const QUALITY = 82;

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

/** Writes a PNG as WebP, smaller where a width is given. */
async function save(name: string, png: Uint8Array, wanted?: number): Promise<void> {
  const image = await loadImage(png);
  const width = wanted ?? image.width;
  const height = Math.round((image.height * width) / image.width);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const webp = await canvas.encode('webp', QUALITY);
  await writeFile(`${folder}/${name}.webp`, webp);
  console.log(`docs/pictures/${name}.webp ${width} × ${height}, ${Math.round(webp.length / 1024)} KB`);
}

/** The gallery has no camera: a drawn person stands in its mirror. */
async function standBeforeTheCamera(page: Page): Promise<void> {
  const sheet = portraitSheet(PEOPLE.longHairedWoman);
  const frame = createCanvas(640, 480);
  const context = frame.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, frame.width, frame.height);
  context.drawImage(sheet, (frame.width - frame.height) / 2, 0, frame.height, frame.height);
  const poster = `data:image/jpeg;base64,${frame.encodeSync('jpeg', 90).toString('base64')}`;
  await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const video = document.querySelector('video');
    if (video !== null) video.poster = source;
  }, poster);
}

async function screenPng(page: Page, picture: ScreenPicture): Promise<Uint8Array> {
  const size = SIZES.find(({ name }) => name === picture.held) ?? SIZES[0];
  await page.setViewportSize({ width: size.width, height: size.height });
  await page.waitForFunction((name) => document.documentElement.dataset.orientation === name, size.name);
  await page.evaluate(
    ({ sample, language, elder, lowReach }) => window.gallery.show(sample, language, elder, lowReach),
    picture,
  );
  if (picture.sample === 'face') await standBeforeTheCamera(page);
  return page.screenshot();
}

async function technicianPng(page: Page, { screens }: TechnicianPicture): Promise<Uint8Array> {
  const [size] = SIZES;
  await page.setViewportSize({ width: size.width, height: size.height });
  await page.waitForFunction((name) => document.documentElement.dataset.orientation === name, size.name);
  const shots: Uint8Array[] = [];
  for (const { sample, touch } of screens) {
    const faults = await page.evaluate((name) => window.gallery.show(name, 'zh-CN', false), sample);
    if (faults.length > 0) throw new Error(`${sample}: ${faults.join('; ')}`);
    if (touch !== undefined) await page.locator(`[data-command="${touch}"]`).click();
    shots.push(await page.screenshot());
  }
  return besideEachOther(shots, SCREEN_BESIDE_WIDTH);
}

/**
 * `npm run docs:pictures [NAME …]`: draws the pictures of the README and both handbooks anew, from the kiosk's own
 * screens and the operators' console; with names only those.
 */
const named = new Set(process.argv.slice(2));
const isWanted = (name: string) => named.size === 0 || named.has(name);
await mkdir(folder, { recursive: true });
const ofKiosk = PICTURES.filter(({ file }) => isWanted(file));
const ofTechnician = TECHNICIAN_PICTURES.filter(({ file }) => isWanted(file));
if (ofKiosk.length + ofTechnician.length > 0) {
  const gallery = await openGallery();
  try {
    for (const picture of ofKiosk) {
      const png = await screenPng(gallery.page, picture);
      await save(picture.file, png, picture.held === 'landscape' ? LYING_WIDTH : SCREEN_WIDTH);
    }
    for (const picture of ofTechnician) {
      await save(picture.file, await technicianPng(gallery.page, picture));
    }
  } finally {
    await gallery.close();
  }
}
const ofConsole = CONSOLE_PICTURES.filter(({ file }) => isWanted(file));
if (ofConsole.length > 0) {
  const desk = await openConsoleDesk();
  try {
    for (const { file, login, path, touch } of ofConsole) {
      await save(file, await desk.picture(login, path(desk.shown), touch));
    }
  } finally {
    await desk.close();
  }
}
if (isWanted('paper-receipt')) await save('paper-receipt', await sampleReceiptPng(), PAPER_WIDTH);
