import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { INSURANCE_TYPES } from '../policy/closed-sets.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { err, ok } from '../result.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { verifiedResident } from './memory/verified-resident.ts';
import { records } from './records.ts';

const TODAY = day('2026-11-22');
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const MONTH = { month: '2026-01', baseFen: 612300, personalFen: 48984, employerFen: 97968, paid: true };

async function begin(prepare: (world: ReturnType<typeof memoryKit>['world']) => void = () => undefined) {
  const { kit, world } = memoryKit(POLICY, Date.UTC(2026, 10, 22, 4));
  world.insuranceRecords = ok({
    status: 'insured',
    place: '测试市',
    insuredSince: day('2015-03-01'),
    employer: '虚构公司',
    monthsInYear: 10,
    monthsInAll: 138,
  });
  world.contributionRecords = ok({ rows: [MONTH, { ...MONTH, month: '2026-02', paid: false }] });
  prepare(world);
  const screen = serviceAtTheScreen(kit, 'records', records(kit), verifiedResident(TODAY));
  await screen.settle();
  const toRecords = async (category: string, type = 'pension', year = '2026') => {
    for (const value of [category, type, year]) await screen.touch({ type: 'choose', value });
  };
  return { world, screen, toRecords };
}

describe('REC-1 by type and year', () => {
  it('REC-1 asks for insurance or payments, the type, and this year or one of those before', async () => {
    const { screen } = await begin();
    expect(screen.on('choose')).toMatchObject({ question: 'record-category' });
    await screen.touch({ type: 'choose', value: 'insurance' });
    expect(screen.on('choose').options.map(({ value }) => value)).toEqual(INSURANCE_TYPES);
    await screen.touch({ type: 'choose', value: 'medical' });
    const years = screen.on('choose').options.map(({ value }) => value);
    expect(years[0]).toBe('2026');
    expect(years.at(-1)).toBe(String(2026 - POLICY.records.yearsBack));
    await screen.touch({ type: 'choose', value: '2025' });
    expect(screen.on('records')).toMatchObject({ category: 'insurance', type: 'medical', year: 2025 });
  });

  it('REC-1 what is not offered is not asked for', async () => {
    const { screen } = await begin();
    await screen.touch({ type: 'choose', value: 'everything' });
    expect(screen.on('choose').question).toBe('record-category');
    await screen.touch({ type: 'choose', value: 'payments' });
    await screen.touch({ type: 'choose', value: 'pension' });
    await screen.touch({ type: 'choose', value: '1949' });
    expect(screen.on('choose').question).toBe('record-year');
  });

  it('REC-1 payments: each month, and the sum of what was paid, in fen', async () => {
    const { screen, toRecords } = await begin();
    await toRecords('payments');
    expect(screen.on('records').months).toHaveLength(2);
    expect(screen.on('records').facts).toEqual([
      { fact: 'months-in-year', value: '1' },
      { fact: 'paid-in-year', value: '48984' },
    ]);
  });

  it('REC-1 back leads to another year without asking again what was said', async () => {
    const { screen, toRecords } = await begin();
    await toRecords('insurance');
    await screen.touch({ type: 'back' });
    expect(screen.on('choose')).toMatchObject({ question: 'record-year', chosen: '2026' });
    await screen.touch({ type: 'back' });
    expect(screen.on('choose')).toMatchObject({ question: 'insurance-type', chosen: 'pension' });
  });
});

describe('REC-2 on paper', () => {
  it('REC-2 goes to A4, with name and number masked', async () => {
    const { world, screen, toRecords } = await begin();
    await toRecords('payments');
    expect(screen.on('records').paper).toBe('offered');
    await screen.touch({ type: 'print-document' });
    expect(screen.on('records').paper).toBe('printed');
    const [document] = world.documents;
    expect(document?.tables[0]?.rows[0]).toEqual(['2026-01', '6123.00', '489.84', '979.68', '交了']);
    const paper = JSON.stringify(document);
    for (const secret of [verifiedResident(TODAY).identity.number, verifiedResident(TODAY).identity.name])
      expect(paper).not.toContain(secret);
    expect(world.audit.at(-1)).toEqual({
      event: 'document-printed',
      detail: { document: 'records', paper: 'a4', outcome: 'printed' },
    });
  });

  it('REC-2 without A4 it is a slip; without either it is not offered', async () => {
    const { world, screen, toRecords } = await begin((w) => {
      w.machines = { ...w.machines, canPrintDocuments: false };
    });
    await toRecords('insurance');
    await screen.touch({ type: 'print-document' });
    expect(world.documents).toEqual([]);
    expect(JSON.stringify(world.paper[0])).toContain('虚构公司');
    await screen.touch({ type: 'back' });
    world.machines = { ...world.machines, canPrintReceipts: false };
    await screen.touch({ type: 'choose', value: '2025' });
    expect(screen.on('records').paper).toBe('not-possible');
    expect(screen.now().can).not.toContain('print-document');
  });

  it('REC-2 a printer that fails is said, and may be tried again', async () => {
    const { world, screen, toRecords } = await begin((w) => {
      w.documentPrinted = err({ kind: 'jammed' });
    });
    await toRecords('insurance');
    await screen.touch({ type: 'print-document' });
    expect(screen.on('records').paper).toBe('failed');
    expect(world.audit.at(-1)?.detail).toMatchObject({ outcome: 'jammed' });
    world.documentPrinted = ok(undefined);
    await screen.touch({ type: 'print-document' });
    expect(screen.on('records').paper).toBe('printed');
    expect(screen.now().can).not.toContain('print-document');
  });
});

describe('REC-3 online only, nothing kept', () => {
  it('REC-3 says at once that it cannot be looked up with the link down', async () => {
    const { screen } = await begin((world) => {
      world.linkUp = false;
    });
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
  });

  it('REC-3 the link goes on the way: honest, with nothing on the screen', async () => {
    const { world, screen, toRecords } = await begin((w) => {
      w.insuranceRecords = err({ kind: 'link-down' });
    });
    await toRecords('insurance');
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    expect(world.audit).toEqual([
      { event: 'records-shown', detail: { category: 'insurance', type: 'pension', outcome: 'link-down' } },
    ]);
  });

  it('REC-3 leaving, and going back, forget what was shown; nothing is accepted or queued', async () => {
    const { world, screen, toRecords } = await begin();
    await toRecords('insurance');
    expect(screen.held()).toContain('虚构公司');
    await screen.touch({ type: 'back' });
    expect(screen.held()).not.toContain('虚构公司');
    await screen.touch({ type: 'choose', value: '2026' });
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
    expect(screen.held()).not.toContain('虚构公司');
    expect([...world.accepted, ...world.carriedOut]).toEqual([]);
    expect(JSON.stringify(world.audit)).not.toContain('虚构公司');
  });
});
