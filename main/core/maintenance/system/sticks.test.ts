import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSticks, type MountedStick } from './sticks.ts';
import { writeOnStick } from './write-on-stick.ts';

const newRoot = () => mkdtempSync(join(tmpdir(), 'yikatong-media-'));
const content = Buffer.from('enciphered for the centre');

async function oneStick(): Promise<MountedStick> {
  const root = newRoot();
  mkdirSync(join(root, 'KINGSTON'));
  const [stick] = await findSticks({ roots: [root], plainFolders: true });
  if (!stick) throw new Error('no stick');
  return stick;
}

describe('sticks', () => {
  it('are what is mounted below the roots; a folder that a stick left behind is none', async () => {
    const root = newRoot();
    mkdirSync(join(root, 'left-behind'));
    writeFileSync(join(root, 'a-file'), '');
    expect(await findSticks({ roots: [root, join(root, 'not-there')], plainFolders: false })).toEqual([]);
    const found = await findSticks({ roots: [root], plainFolders: true });
    expect(found.map(({ name }) => name)).toEqual(['left-behind']);
    expect(found[0]?.freeBytes).toBeGreaterThan(0);
  });

  it('are found where a mount is below the user’s own folder', async () => {
    // Every Linux has other file systems mounted right below these.
    const found = await findSticks({ roots: ['/dev'], plainFolders: false });
    expect(found.map(({ name }) => name)).toContain('shm');
  });
});

describe('a file on a stick', () => {
  it('is there whole, with the digest of what was read back', async () => {
    const stick = await oneStick();
    const written = await writeOnStick(stick, 'export.jwe', content);
    const digest = createHash('sha256').update(content).digest('hex');
    expect(written).toEqual({ ok: true, value: { file: 'export.jwe', bytes: content.length, digest } });
    expect(readdirSync(stick.folder)).toEqual(['export.jwe']);
    expect(readFileSync(join(stick.folder, 'export.jwe'))).toEqual(content);
  });

  it('is not there where the stick was pulled out, or another one is in its place', async () => {
    const stick = await oneStick();
    const other = { ...stick, device: stick.device + 1 };
    expect(await writeOnStick(other, 'export.jwe', content)).toEqual({ ok: false, error: 'stick-gone' });
    expect(readdirSync(stick.folder)).toEqual([]);
    rmSync(stick.folder, { recursive: true });
    expect(await writeOnStick(stick, 'export.jwe', content)).toEqual({ ok: false, error: 'stick-gone' });
  });

  it('leaves nothing half-written that could be taken for done', async () => {
    const stick = await oneStick();
    // A folder of that name can't be replaced by a file: the rename fails after everything was written.
    mkdirSync(join(stick.folder, 'export.jwe'));
    writeFileSync(join(stick.folder, 'export.jwe', 'inside'), '');
    expect(await writeOnStick(stick, 'export.jwe', content)).toEqual({ ok: false, error: 'stick-broken' });
    expect(readdirSync(stick.folder)).toEqual(['export.jwe']);
  });

  it('says that a device is full, or takes nothing', async () => {
    const stick = await oneStick();
    // Linux has a device that is always full.
    const full = { ...stick, folder: join(stick.folder, 'none') };
    mkdirSync(full.folder);
    symlinkSync('/dev/full', join(full.folder, 'export.jwe.unfinished'));
    expect(await writeOnStick(full, 'export.jwe', content)).toEqual({ ok: false, error: 'stick-full' });
    chmodSync(full.folder, 0o500);
    // Root writes everywhere, so a read-only folder is only seen by other accounts.
    if (process.getuid?.() !== 0)
      expect(await writeOnStick(full, 'other.jwe', content)).toEqual({ ok: false, error: 'stick-read-only' });
    chmodSync(full.folder, 0o700);
  });
});
