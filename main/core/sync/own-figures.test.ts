import { expect, it } from 'vitest';
import { heartbeat } from '../../../src/contracts/central/enrolment.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { ownFigures } from './own-figures.ts';
import { ServiceNews } from './service-news.ts';

const tile = (available: boolean) =>
  ({
    service: 'apply',
    minutes: 4,
    free: true,
    available,
    reason: available ? null : 'link-down',
    notice: null,
  }) as const;

it('INV-5 tells the centre of every kept card: masked, where it lies, why, since when and of which request', () => {
  const store = storeIn(newFolder());
  store.custody.load(10, 'commissioned');
  const card = store.custody.acceptOwnCard('accepted');
  store.cardOwners.note(card, { masked: '**** 5678', reference: 'YKT-1' });
  store.custody.move(card, 'retained', 'swapped');
  const figures = ownFigures({
    tiles: [tile(true)],
    store,
    fitted: () => true,
    paper: true,
    printed: [{ device: 'printer', day: '2026-11-22', kind: 'operation', code: '', count: 12 }],
  });
  expect(figures.keptCards).toMatchObject([
    { card: '**** 5678', place: 'acceptor', reason: 'swapped', reference: 'YKT-1' },
  ]);
  expect(figures.supplies).toEqual({
    blanks: 10,
    paper: 'enough',
    bins: [
      { bin: 'issuer', cards: 0, capacity: 50 },
      { bin: 'acceptor', cards: 1, capacity: 50 },
    ],
    receipts: 12,
    cardsIssued: 0,
  });
  const { services, supplies, keptCards } = heartbeat.shape;
  expect(services.safeParse(figures.services).success).toBe(true);
  expect(supplies.safeParse(figures.supplies).success).toBe(true);
  expect(keptCards.safeParse(figures.keptCards).success).toBe(true);
});

it('notices when a service ceases, and when it is there again', () => {
  const news = new ServiceNews();
  const asked = [true, true, false, false, true].map((available) => news.changed([tile(available)]));
  expect(asked).toEqual([false, false, true, false, true]);
});
