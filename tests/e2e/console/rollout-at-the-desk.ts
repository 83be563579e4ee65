import { type Desk, TEXTS } from './desk.ts';

const { releases, rollouts } = TEXTS;

/** Every gate lets through what this many journeys went well under, at once. */
async function gatesAfter(desk: Desk, journeys: number): Promise<void> {
  const { gateFields, advances } = rollouts;
  for (const [label, value] of [
    [gateFields.watchMinutes, 0],
    [gateFields.fewestJourneys, journeys],
  ] as const) {
    const fields = desk.page.locator('.ant-form-item', { hasText: label }).locator('input');
    for (const field of await fields.all()) await field.fill(String(value));
  }
  await desk.page.getByText(advances.automatic).click();
}

/** A rollout that begins with this one kiosk, started. */
export async function rollOut(
  desk: Desk,
  releaseId: string,
  kioskName: string,
  journeys: number,
): Promise<void> {
  await desk.go(`#/releases/${releaseId}`);
  await desk.page.getByRole('link', { name: releases.rollOut, exact: true }).click();
  await desk.page.getByText(rollouts.canaryBy.kiosks, { exact: true }).click();
  await desk.choose(desk.page.getByLabel(TEXTS.words.kiosk, { exact: true }), kioskName);
  await desk.page.keyboard.press('Escape');
  // A fleet of one has nobody for a wave of a tenth.
  await desk.button(rollouts.removeWave).first().click();
  await gatesAfter(desk, journeys);
  await desk.press(rollouts.preview);
  await desk.reads(rollouts.previewText(1, 0));
  await desk.press(rollouts.make);
  await desk.page.waitForURL(/#\/rollouts\/(?!new)/);
  await desk.press(rollouts.acts.start);
  await desk.settle(rollouts.acts.start);
}

/** Waits until the kiosk is said to be at this point of the rollout that is on the screen. */
export async function kioskIs(
  desk: Desk,
  kioskName: string,
  state: keyof typeof rollouts.members,
  withinMs = 60_000,
): Promise<void> {
  await desk.page
    .locator('tr', { hasText: kioskName })
    .filter({ hasText: rollouts.members[state] })
    .waitFor({ timeout: withinMs });
}

/** Waits until the rollout that is on the screen stands so. */
export const rolloutIs = (desk: Desk, state: keyof typeof rollouts.states): Promise<void> =>
  desk.page.locator('.state-mark', { hasText: rollouts.states[state] }).first().waitFor();
