import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoot } from '../../src/configuration/follow-roots.ts';
import { payloadOf, statementOf } from '../../src/configuration/sign-statement.ts';
import { signersOf, verifyStatement } from '../../src/configuration/verify-statement.ts';
import type { SigningKey } from '../../src/contracts/configuration/keys.ts';
import { officeSignature } from '../../src/contracts/console/signing.ts';
import { type DevOffices, devOffices } from '../world/offices.ts';
import { newOfficeKey, openOfficeKey, readKeyFile } from './key-files.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PASSPHRASE = 'a long enough passphrase';

let folder: string;
let offices: DevOffices;
let centre: { director: SigningKey; certificates: SigningKey };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offices-'));
  const key = async (office: string) => (await newOfficeKey(office, PASSPHRASE, 1_000)).publicKey;
  centre = { director: await key('派发'), certificates: await key('证书') };
  offices = await devOffices(join(folder, 'dev'), centre);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run office -- …`, as an office types it. */
function office(args: readonly string[], passphrase = PASSPHRASE) {
  const { stdout, stderr, status } = spawnSync('node', ['scripts/office.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, OFFICE_PASSPHRASE: passphrase },
  });
  return { status, said: JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}'), shown: stderr };
}
const file = (name: string): string => join(folder, name);
const documentText = (content: unknown): string =>
  payloadOf({
    ...{ type: 'yikatong-document', kind: 'texts', line: 'hainan', version: 3 },
    ...{ issuedAt: '2026-11-22T04:00:00Z', effectiveFrom: '2026-12-01T00:00:00Z' },
    ...{ expiresAt: '2027-12-01T00:00:00Z', regions: null, models: null },
    ...{ release: 'R-2026-0003', reason: '改首页文字', content },
  });

describe('INV-7 an office’s key', () => {
  it('is enciphered under the passphrase, for this account alone, and never overwritten', () => {
    const made = office(['keys', '--office', '省社保卡中心', '--out', file('office.json')]);
    expect(made).toMatchObject({ status: 0, said: { office: '省社保卡中心' } });
    expect(statSync(file('office.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(file('office.json'), 'utf8')).not.toContain('"d"');
    expect(JSON.parse(readFileSync(file('office.public.json'), 'utf8')).kid).toBe(made.said.kid);
    expect(office(['keys', '--office', '甲', '--out', file('office.json')]).said.error.code).toBe(
      'file-there',
    );
  });

  it('opens with its passphrase alone, and refuses a short one', async () => {
    const key = await newOfficeKey('甲', PASSPHRASE, 1_000);
    await expect(openOfficeKey(key, PASSPHRASE)).resolves.toBeDefined();
    await expect(openOfficeKey(key, 'another passphrase')).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await expect(newOfficeKey('甲', 'short')).rejects.toMatchObject({ code: 'passphrase-short' });
  });

  it('signs a document after showing what it is, as the centre takes it', async () => {
    const payload = documentText({ zh: { a: '新' }, en: {} });
    writeFileSync(file('payload.json'), JSON.stringify({ payload, role: 'configuration', offices: [] }));
    writeFileSync(
      file('before.json'),
      JSON.stringify({ payload: documentText({ zh: { a: '旧' }, en: {} }) }),
    );
    const signed = office(
      [
        'sign',
        '--key',
        offices.keyFile('configuration'),
        '--payload',
        file('payload.json'),
        '--before',
        file('before.json'),
      ],
      'development-only',
    );
    expect(signed.status).toBe(0);
    expect(signed.shown).toContain('界面文字 hainan 3 (texts)');
    expect(signed.shown).toContain('中文界面文字 · “a”：“旧” → “新”');
    const { version, office: name, kid, ...given } = signed.said;
    expect([version, name, kid]).toEqual([3, '运维中心', offices.publicKey('configuration').kid]);
    const signature = officeSignature.parse(given);
    expect(signature.payloadSha256).toBe(createHash('sha256').update(payload).digest('hex'));
    const root = await openRoot(offices.root);
    if (!root.ok) throw new Error(root.error);
    const signers = signersOf(root.value.root, 'configuration');
    expect((await verifyStatement(statementOf(payload, [signature]), [signers])).ok).toBe(true);
  });

  it('signs nothing that is neither a document nor a root', () => {
    writeFileSync(file('other.txt'), payloadOf({ type: 'yikatong-assignment', kioskId: 'k' }));
    const signed = office(
      ['sign', '--key', offices.keyFile('office-1'), '--payload', file('other.txt')],
      'development-only',
    );
    expect(signed).toMatchObject({ status: 1, said: { error: { code: 'unknown-payload' } } });
  });
});

describe('INV-7 roots of trust', () => {
  it('the next one is complete when enough of the old and of its own keys signed it', () => {
    office(['keys', '--office', '新的省社保卡中心', '--out', file('new-office.json')]);
    const policy = [file('new-office.public.json'), offices.keyFile('office-2'), offices.keyFile('office-3')];
    const out = file('root-2.json');
    const made = office([
      'root',
      '--next',
      offices.rootFile,
      '--policy-keys',
      policy.join(','),
      '--out',
      out,
    ]);
    expect(made).toMatchObject({ status: 0, said: { version: 2, signatures: 0 } });
    const check = () => office(['root', '--check', out, '--after', offices.rootFile]).said;
    const sign = (name: 'root-1' | 'root-3') =>
      office(['sign', '--key', offices.keyFile(name), '--payload', out], 'development-only');
    expect(sign('root-1').said.signatures).toBe(1);
    expect(sign('root-1').said.signatures).toBe(1);
    expect(check()).toMatchObject({ signedBy: ['厅领导'], complete: false });
    expect(sign('root-3').shown).toContain('policy: 2 of 新的省社保卡中心');
    expect(check()).toMatchObject({ version: 2, complete: true });
  });

  it('the first one names every role, and the centre’s own keys', () => {
    writeFileSync(file('centre.json'), JSON.stringify(centre));
    const roots = (['root-1', 'root-2', 'root-3'] as const).map(offices.keyFile).join(',');
    const policy = (['office-1', 'office-2', 'office-3'] as const).map(offices.keyFile).join(',');
    const args = [
      'root',
      '--first',
      '--root-keys',
      roots,
      '--policy-keys',
      policy,
      '--centre',
      file('centre.json'),
    ];
    expect(office([...args, '--out', file('lacking.json')]).said.error.code).toBe('usage');
    const whole = [
      ...args,
      '--configuration-keys',
      offices.keyFile('configuration'),
      '--out',
      file('first.json'),
    ];
    expect(office(whole)).toMatchObject({ status: 0, said: { version: 1 } });
  });
});

describe('the made-up offices of development', () => {
  it('are found again, and made anew for another centre', async () => {
    const again = await devOffices(join(folder, 'dev'), centre);
    expect(again.root).toBe(offices.root);
    const other = (await newOfficeKey('别的中心', PASSPHRASE, 1_000)).publicKey;
    const anew = await devOffices(join(folder, 'elsewhere'), { director: other, certificates: other });
    expect(anew.root).not.toBe(offices.root);
    expect((await openRoot(anew.root)).ok).toBe(true);
    expect(readKeyFile(anew.keyFile('root-1')).publicKey.kid).not.toBe(offices.publicKey('root-1').kid);
  });
});
