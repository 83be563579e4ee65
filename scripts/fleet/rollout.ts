import { setTimeout as sleep } from 'node:timers/promises';
import { memberList } from '../../src/contracts/console/rollouts.ts';
import type { DevOffices } from '../world/offices.ts';
import type { Person } from './desk.ts';
import type { Fleet } from './fleet.ts';
import { signedPack, startRollout } from './new-pack.ts';
import { until } from './until.ts';

export interface RolloutFigures {
  /** From the start of the rollout until the last kiosk runs it or said why not. */
  readonly rolloutSeconds: number;
  readonly onTarget: number;
  /** Kiosks that do not run it, by the reason operators read. */
  readonly withReason: Readonly<Record<string, number>>;
  readonly withoutReason: number;
}

const WITHIN_MS = 10 * 60_000;
const LISTED_AT_ONCE = 200;
/** The last kiosks' reports are on their way. */
const REPORTED_WITHIN_MS = 60_000;
/** Reasons with which a kiosk has come to an end with the rollout. */
const LAST: readonly string[] = ['returned', 'refused'];

/** A new pack for everybody: drafted, reviewed, signed by two offices, tried by five and given out in three waves. */
export async function rolloutPart(
  fleet: Fleet,
  editor: Person,
  approver: Person,
  offices: DevOffices,
): Promise<RolloutFigures> {
  const { releaseId, sha256 } = await signedPack(editor, approver, offices);
  const began = performance.now();
  const rolloutId = await startRollout(approver, releaseId);
  const settled = ({ poller: { standing } }: Fleet['kiosks'][number]) =>
    (standing.runs(sha256) && standing.report().state === 'running') || standing.report().refused.length > 0;
  await until(() => fleet.kiosks.every(settled), WITHIN_MS);
  const rolloutSeconds = Math.round((performance.now() - began) / 1_000);
  const end = performance.now() + REPORTED_WITHIN_MS;
  for (;;) {
    const seen = await asOperatorsSeeIt(approver, rolloutId);
    const isWhole =
      seen.withoutReason === 0 && Object.keys(seen.withReason).every((code) => LAST.includes(code));
    if (isWhole || performance.now() > end) return { rolloutSeconds, ...seen };
    await sleep(1_000);
  }
}

async function asOperatorsSeeIt(
  desk: Person,
  rolloutId: string,
): Promise<Omit<RolloutFigures, 'rolloutSeconds'>> {
  const withReason: Record<string, number> = {};
  let onTarget = 0;
  let withoutReason = 0;
  for (let page = 1; ; page += 1) {
    const query = `page=${page}&size=${LISTED_AT_ONCE}`;
    const { rows } = await desk.ask('GET', `rollouts/${rolloutId}/members?${query}`, memberList);
    for (const { state, reason } of rows) {
      if (state === 'running') onTarget += 1;
      else if (reason === null) withoutReason += 1;
      else withReason[reason.code] = (withReason[reason.code] ?? 0) + 1;
    }
    if (rows.length < LISTED_AT_ONCE) return { onTarget, withReason, withoutReason };
  }
}
