import type { Locator } from 'playwright-core';
import { DEV_OFFICE_PASSPHRASE, type DevOfficeName } from '../../../scripts/world/offices.ts';
import type { World } from '../../../scripts/world/world.ts';
import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import { type Desk, TEXTS } from './desk.ts';

const { releases, documents } = TEXTS;

/** A draft with a title and a reason; its number. */
export async function draft(desk: Desk, title: string, reason: string): Promise<string> {
  await desk.go('#/releases');
  await desk.press(releases.create);
  await desk.dialog.getByLabel(releases.title).fill(title);
  await desk.dialog.getByLabel(releases.why).fill(reason);
  await desk.settle(releases.create);
  await desk.page.waitForURL(/#\/releases\/./);
  return desk.place.split('/').at(-1) ?? '';
}

/** Another document of the draft, in its editor. */
export async function editDocument(desk: Desk, line: string): Promise<void> {
  await desk.page.getByLabel(releases.line).fill(line);
  await desk.press(releases.add);
  await desk.button(documents.save).waitFor();
}

/** Another fee for replacements from a day on. */
export async function changeReplacementFee(desk: Desk, from: CalendarDay, yuan: string): Promise<void> {
  const name = documents.feeNames.replacement;
  const line: Locator = desk.page.locator('li', { has: desk.page.getByText(name, { exact: true }) });
  const day = line.getByLabel(`${name} ${documents.feeFrom}`);
  await day.fill(from);
  await day.press('Enter');
  await line.getByLabel(`${name} ${documents.feeYuan}`).fill(yuan);
  await desk.press(documents.feeSet, line);
}

/** Reads what would change, and keeps it in the draft. */
export async function checkAndSave(desk: Desk, says: string): Promise<void> {
  await desk.press(documents.check);
  await desk.reads(says);
  await desk.press(documents.save);
  await desk.button(releases.submit).waitFor();
}

/** The second person reads to the end, and approves. */
export async function approve(desk: Desk, releaseId: string, says: string): Promise<void> {
  await desk.go(`#/releases/${releaseId}`);
  await desk.press(releases.review);
  const { dialog } = desk;
  await desk.reads(says, dialog);
  await dialog.locator('.reading-end').scrollIntoViewIfNeeded();
  await dialog.getByLabel(releases.reviewSeen).check();
  await desk.settle(releases.approve);
}

/** One office signs in its browser, with its key file. */
export async function signAs(
  desk: Desk,
  { offices }: World,
  office: DevOfficeName,
  releaseId: string,
): Promise<void> {
  const { signing } = documents;
  await desk.go(`#/releases/${releaseId}/sign`);
  await desk.page.locator('input[type="file"]').setInputFiles(offices.keyFile(office));
  await desk.page.getByLabel(signing.passphrase).fill(DEV_OFFICE_PASSPHRASE);
  await desk.press(signing.open);
  await desk.reads(signing.opened(offices.publicKey(office).office));
  await desk.page.getByLabel(signing.seen).check();
  await desk.press(signing.sign);
  await desk.reads(signing.signed);
}

/** One value of the document, changed in its text: for what has no field of its own. */
export async function changeInText(desk: Desk, from: string, to: string): Promise<void> {
  await desk.page.getByRole('tab', { name: documents.json }).click();
  const text = desk.page.getByLabel(documents.json).and(desk.page.locator('textarea'));
  const before = await text.inputValue();
  if (!before.includes(from)) throw new Error(`the document says nothing of ${from}`);
  await text.fill(before.replace(from, to));
}
