import { z } from 'zod';
import { currentDocument, type ReleaseDetail, releaseAnswer } from '../../src/contracts/console/releases.ts';
import type { Gate, RolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import { rolloutAnswer } from '../../src/contracts/console/rollouts.ts';
import { signingPayloads } from '../../src/contracts/console/signing.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import type { DevOffices } from '../world/offices.ts';
import type { Person } from './desk.ts';
import { REGIONS } from './enrol-all.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;
const PACK = { kind: 'policy-pack', line: DEFAULT_PACK } as const;

const done = z.union([releaseAnswer, rolloutAnswer]);

/** Drafts, reviews and signs a pack with one more day to collect a card: answers the release and the pack's digest. */
export async function signedPack(
  editor: Person,
  approver: Person,
  offices: DevOffices,
): Promise<{ readonly releaseId: string; readonly sha256: string }> {
  const path = `documents/${PACK.kind}/${PACK.line}`;
  const content = policyPack.parse((await editor.ask('GET', path, currentDocument)).content);
  const step = async (
    who: Person,
    method: 'POST' | 'PUT',
    where: string,
    body: object,
  ): Promise<ReleaseDetail> => {
    const answer = await who.ask(method, where, releaseAnswer, body);
    if (!answer.done) throw new Error(`${where}: ${answer.refusal} ${JSON.stringify(answer.faults)}`);
    return answer.release;
  };
  const words = { title: 'one more try before the camera', reason: 'a measurement' };
  const { releaseId } = await step(editor, 'POST', 'releases', words);
  const release = `releases/${releaseId}`;
  const now = Date.now();
  const drafted = await step(editor, 'PUT', `${release}/${path}`, {
    revision: 0,
    effectiveFrom: new Date(now - 60_000).toISOString(),
    expiresAt: new Date(now + YEAR_MS).toISOString(),
    regions: null,
    models: null,
    content: { ...content, face: { ...content.face, tries: content.face.tries - 1 } },
  });
  const { revision } = await step(editor, 'POST', `${release}/submission`, { revision: drafted.revision });
  await step(approver, 'POST', `${release}/approval`, { revision });
  const read = await approver.ask('GET', `${release}/payloads`, signingPayloads);
  const [toSign] = read.done ? read.payloads : [];
  if (!toSign) throw new Error('nothing to sign');
  let sha256: string | null = null;
  for (const office of ['office-1', 'office-2'] as const) {
    const signature = await offices.sign(office, toSign.payload);
    const brought = { ...PACK, payloadSha256: toSign.payloadSha256, ...signature };
    const signed = await step(approver, 'POST', `${release}/signatures`, brought);
    sha256 = signed.documents[0]?.sha256 ?? null;
  }
  if (sha256 === null) throw new Error('two offices signed, and it counts for nothing');
  return { releaseId, sha256 };
}

/** Nothing is waited for but that kiosks take it in; a tenth may fail. */
const GATE: Gate = {
  watchMinutes: 0,
  fewestJourneys: 0,
  mostFailedPoints: 100,
  mostReturnedPercent: 50,
  mostSilentPercent: 100,
};
const wave = (name: string, regions: readonly string[] | null) => ({
  name,
  regions: regions && [...regions],
  models: null,
  tags: null,
  percent: 100,
  gate: GATE,
});
const PLAN: RolloutPlan = {
  canary: { by: 'number', number: 5 },
  canaryGate: GATE,
  waves: [
    wave('first region', REGIONS.slice(0, 1)),
    wave('second', REGIONS.slice(1, 2)),
    wave('everybody', null),
  ],
  notBefore: null,
  quietHours: null,
  advance: 'automatic',
};

/** Makes and starts the rollout of a signed release: canary, two regions, the rest. */
export async function startRollout(approver: Person, releaseId: string): Promise<string> {
  const step = async (where: string, body: object): Promise<string> => {
    const answer = await approver.ask('POST', where, done, body);
    if (!answer.done || !('rollout' in answer)) throw new Error(`${where}: ${JSON.stringify(answer)}`);
    return answer.rollout.rolloutId;
  };
  const rolloutId = await step('rollouts', { rolloutId: null, releaseId, plan: PLAN });
  await step(`rollouts/${rolloutId}/start`, {});
  return rolloutId;
}
