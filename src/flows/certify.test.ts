import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { type PolicyPack, parsePolicyPack } from '../policy/policy-pack.ts';
import { certify } from './certify.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { verifiedResident } from './memory/verified-resident.ts';

const TODAY = day('2026-11-22');
const NOON = Date.UTC(2026, 10, 22, 4);
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;

function begin(
  prepare: (world: ReturnType<typeof memoryKit>['world']) => void = () => undefined,
  policy = POLICY,
) {
  const { kit, world } = memoryKit(policy, NOON);
  prepare(world);
  return { world, screen: serviceAtTheScreen(kit, 'certify', certify(kit), verifiedResident(TODAY)) };
}

describe('certify entitlement to benefits', () => {
  it('CERT-1 asks once who is certified, and says until when as the authority does', async () => {
    const { world, screen } = begin((w) => {
      w.progress = { state: 'done', number: null, day: '2027-11-21' };
    });
    const check = screen.on('check-answers');
    expect(check.lines.map(({ field, change }) => [field, change])).toEqual([
      ['name', false],
      ['document-number', false],
    ]);
    expect(JSON.stringify(check.lines)).not.toContain(verifiedResident(TODAY).identity.number);
    expect(check).toMatchObject({ feeFen: 0, queued: false });
    await screen.touch({ type: 'submit' });
    expect(screen.ending()).toMatchObject({
      kind: 'receipt',
      receipt: { service: 'certify', state: 'done-here', validUntil: '2027-11-21', money: null },
    });
    expect(world.accepted).toEqual([
      { service: 'certify', operation: expect.objectContaining({ face: verifiedResident(TODAY).face }) },
    ]);
  });

  it.each([
    [{ state: 'queued' }, 'accepted-not-yet-sent', null],
    [{ state: 'in-progress' }, 'sent-waiting-for-office', null],
    [{ state: 'refused', code: 'not-entitled-to-benefits' }, 'refused', 'not-entitled-to-benefits'],
  ] as const)('CERT-1 %j is a receipt that says %s', async (progress, state, refusal) => {
    const { screen } = begin((world) => {
      world.progress = progress;
    });
    await screen.touch({ type: 'submit' });
    expect(screen.ending()).toMatchObject({ kind: 'receipt', receipt: { state, refusal, validUntil: null } });
  });

  it('CERT-2 with the link down it is accepted, said so before and after', async () => {
    const { world, screen } = begin((w) => {
      w.linkUp = false;
    });
    expect(screen.on('check-answers').queued).toBe(true);
    await screen.touch({ type: 'submit' });
    expect(screen.ending()).toMatchObject({ kind: 'receipt', receipt: { state: 'accepted-not-yet-sent' } });
    expect(world.accepted).toHaveLength(1);
  });

  it('CERT-2 a pack may want it online: then nothing is accepted', async () => {
    const policy: PolicyPack = {
      ...POLICY,
      certification: { ...POLICY.certification, acceptedOffline: false },
    };
    const { world, screen } = begin((w) => {
      w.linkUp = false;
    }, policy);
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    const late = begin(() => undefined, policy);
    late.world.linkUp = false;
    await late.screen.touch({ type: 'submit' });
    expect(late.screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    expect([...world.accepted, ...late.world.accepted]).toEqual([]);
  });
});
