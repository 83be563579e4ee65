import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directoryOf } from '../directory/directory.ts';
import { placeList } from '../directory/outlets.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { err } from '../result.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { outlets } from './outlets.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const LISTS = POLICY.directories.outlets.map((name) =>
  placeList.parse(JSON.parse(readFileSync(`assets/outlets/${name}.json`, 'utf8'))),
);
const DIRECTORY = directoryOf(LISTS, POLICY.counters, []);

async function begin(prepare: (world: ReturnType<typeof memoryKit>['world']) => void = () => undefined) {
  const { kit, world } = memoryKit(POLICY, Date.UTC(2026, 10, 22, 4), DIRECTORY);
  prepare(world);
  const screen = serviceAtTheScreen(kit, 'outlets', outlets(kit), {
    language: 'zh-CN',
    identity: null,
    card: null,
  });
  await screen.settle();
  return { world, screen };
}

describe('FIND-1 outlets by kind and district', () => {
  it('FIND-1 begins with the 20 agencies; 81 instant-issue outlets are one touch away', async () => {
    const { screen } = await begin();
    expect(screen.on('outlets')).toMatchObject({ kind: 'agency', region: null });
    expect(screen.on('outlets').places).toHaveLength(20);
    await screen.touch({ type: 'choose-outlet-kind', kind: 'instant-issue' });
    expect(screen.on('outlets').places).toHaveLength(81);
    expect(screen.on('outlets').places.some(({ adultsOnly }) => adultsOnly)).toBe(true);
    await screen.touch({ type: 'choose-outlet-kind', kind: 'hospital' });
    expect(screen.on('outlets').list?.partial).toBe(true);
  });

  it('FIND-1 a district narrows the list, and stays for the next kind where that has it', async () => {
    const { screen } = await begin();
    await screen.touch({ type: 'choose-region', region: '三亚' });
    expect(new Set(screen.on('outlets').places.map(({ region }) => region))).toEqual(new Set(['三亚']));
    await screen.touch({ type: 'choose-outlet-kind', kind: 'instant-issue' });
    expect(screen.on('outlets').region).toBe('三亚');
    await screen.touch({ type: 'choose-region', region: null });
    expect(screen.on('outlets').region).toBeNull();
    await screen.touch({ type: 'choose-region', region: '不存在' });
    expect(screen.on('outlets').region).toBeNull();
  });
});

describe('FIND-1 on paper', () => {
  it('FIND-1 A4 takes the whole list, with telephones and what is made there', async () => {
    const { world, screen } = await begin();
    await screen.touch({ type: 'choose-outlet-kind', kind: 'instant-issue' });
    await screen.touch({ type: 'print-document' });
    expect(screen.on('outlets').paper).toBe('printed');
    expect(world.documents[0]?.tables[0]?.rows).toHaveLength(81);
    expect(JSON.stringify(world.documents[0])).toContain('0898-66732580');
    await screen.touch({ type: 'choose-region', region: '三亚' });
    expect(screen.on('outlets').paper).toBe('offered');
  });

  it('FIND-1 a slip takes one district, not 81 outlets', async () => {
    const { world, screen } = await begin((w) => {
      w.machines = { ...w.machines, canPrintDocuments: false };
    });
    await screen.touch({ type: 'choose-outlet-kind', kind: 'instant-issue' });
    expect(screen.on('outlets').paper).toBe('not-possible');
    await screen.touch({ type: 'choose-region', region: '三亚' });
    expect(screen.on('outlets').paper).toBe('offered');
    await screen.touch({ type: 'print-document' });
    expect(JSON.stringify(world.paper[0])).toContain('三亚');
    expect(world.paper[0]?.qr).toBeNull();
  });

  it('FIND-1 paper that fails is said', async () => {
    const { world, screen } = await begin((w) => {
      w.documentPrinted = err({ kind: 'paper-out' });
    });
    await screen.touch({ type: 'print-document' });
    expect(screen.on('outlets').paper).toBe('failed');
    expect(world.audit.at(-1)?.detail).toEqual({ document: 'outlets', paper: 'a4', outcome: 'paper-out' });
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
  });
});
