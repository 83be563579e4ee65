import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../contracts/view.ts';
import { helpFile } from '../directory/help.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { composeReceipt } from '../receipt/compose-receipt.ts';
import { help } from './help.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';

const NOON = Date.UTC(2026, 10, 22, 4);
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const { topics: TOPICS } = helpFile.parse(JSON.parse(readFileSync('assets/help/hainan.json', 'utf8')));

async function begin(language: (typeof LANGUAGES)[number] = 'zh-CN', linkUp = true) {
  const { kit, world } = memoryKit(POLICY, NOON, { outlets: [], lists: [], help: TOPICS });
  world.linkUp = linkUp;
  const screen = serviceAtTheScreen(kit, 'help', help(kit), { language, identity: null, card: null });
  await screen.settle();
  return { world, screen };
}

describe('HELP-1 answers', () => {
  it('HELP-1 shows every question, then those that are looked for by first letters', async () => {
    const { screen } = await begin();
    expect(screen.on('help').topics).toHaveLength(TOPICS.length);
    await screen.touch({ type: 'search', text: 'gs' });
    const { query, topics } = screen.on('help');
    expect(query).toBe('gs');
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.length).toBeLessThan(TOPICS.length);
  });

  it.each(LANGUAGES)(
    'HELP-1 every question opens with its answer in %s, and back keeps what was typed',
    async (language) => {
      const { screen } = await begin(language);
      await screen.touch({ type: 'search', text: ' ' });
      for (const topic of TOPICS) {
        await screen.touch({ type: 'open-topic', topic: topic.id });
        expect(screen.on('help-topic').answer.length).toBeGreaterThan(0);
        await screen.touch({ type: 'back' });
        expect(screen.on('help').query).toBe(' ');
      }
      await screen.touch({ type: 'open-topic', topic: 'nobody-wrote-this' });
      screen.on('help');
    },
  );

  it('HELP-1 goes on to the service that settles it, where this kiosk can do it now', async () => {
    const topic = TOPICS.find(({ service }) => service === 'activate');
    if (!topic) throw new Error('no question about activation');
    const { screen } = await begin();
    await screen.touch({ type: 'open-topic', topic: topic.id });
    expect(screen.on('help-topic').settledBy).toBe('activate');
    await screen.touch({ type: 'choose-service', service: 'loss' });
    await screen.touch({ type: 'choose-service', service: 'activate' });
    expect(screen.ending()).toEqual({ kind: 'go-on', service: 'activate' });

    const offline = await begin('zh-CN', false);
    await offline.screen.touch({ type: 'open-topic', topic: topic.id });
    expect(offline.screen.on('help-topic').settledBy).toBeNull();
  });
});

describe('services.md 13 at a counter only', () => {
  it.each(POLICY.counterTopics)(
    'says who, which papers, where and how long for $id, on screen and paper',
    async (topic) => {
      for (const language of LANGUAGES) {
        const key = language === 'en' ? 'en' : 'zh';
        const { world, screen } = await begin(language);
        await screen.touch({ type: 'open-counter-topic', topic: topic.id });
        expect(screen.on('counter-topic')).toMatchObject({
          who: topic.who[key],
          papers: topic.papers.map((paper) => paper[key]),
          where: topic.where[key],
          howLong: topic.howLong[key],
        });
        await screen.touch({ type: 'print-slip' });
        const ending = screen.ending();
        if (ending?.kind !== 'receipt') throw new Error('no slip');
        expect(ending.receipt).toMatchObject({
          state: 'go-to-counter',
          service: 'help',
          transactionId: null,
        });
        const paper = composeReceipt(ending.receipt, language, POLICY, NOON);
        const values = paper.lines.map((line) => (line.kind === 'pair' ? line.value : ''));
        for (const told of [...topic.papers, topic.where, topic.howLong]) expect(values).toContain(told[key]);
        expect(world.audit.at(-1)?.event).toBe('counter-slip-printed');
      }
    },
  );

  it('leaves with nothing done', async () => {
    const { screen } = await begin();
    await screen.touch({ type: 'open-counter-topic', topic: 'no-such-topic' });
    await screen.touch({ type: 'open-counter-topic', topic: POLICY.counterTopics[0]!.id });
    await screen.touch({ type: 'back' });
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
  });
});
