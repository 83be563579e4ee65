import type { ViewOf } from '../../../src/contracts/view.ts';
import type { ReceiptPart } from '../../../src/receipt/receipt-facts.ts';
import type { Visit } from '../visits.ts';
import type { World } from '../world/world.ts';
import type { Known, Snapshot } from './snapshot.ts';

/** What each visit is for, in the order of its acts. */
const MAIN: Readonly<Record<string, readonly string[]>> = {
  apply: ['application.submit'],
  'apply-now': ['application.submit'],
  activate: ['card.activate'],
  'temporary-loss': ['loss.report'],
  'formal-loss': ['loss.report'],
  'undo-loss': ['loss.undo'],
  certify: ['certification.submit'],
  'contact-data': ['contact.change'],
  replace: ['loss.report', 'card.request'],
  swap: ['card.request'],
  exchange: ['card.request'],
};

/** What a part of a receipt says must be so once all is quiet; a sentence where it is not. */
type PartCheck = (facts: {
  readonly did: (kind: string) => boolean;
  readonly world: World;
  readonly before: Snapshot;
  readonly centre: Known;
}) => boolean;

const usableNew = (centre: Known): boolean =>
  centre.cards.some(({ socialSecurity, history }) => socialSecurity === 'normal' && history.length > 0);

const PARTS: Readonly<Record<ReceiptPart, PartCheck>> = {
  'loss-reported': ({ did }) => did('loss.report'),
  'loss-not-reported': ({ did }) => !did('loss.report'),
  'loss-unknown': () => true,
  'loss-undone': ({ did }) => did('loss.undo'),
  'new-card-handed-over': ({ world, before, centre }) =>
    world.machines.issuer.taken.length === before.issuerTaken + 1 && usableNew(centre),
  'new-card-to-collect': ({ world, before, centre }) =>
    world.machines.issuer.taken.length === before.issuerTaken &&
    centre.requests.some(({ state }) => state === 'open'),
  'new-card-held-here': ({ world, before, centre }) =>
    centre.cards.some(({ place }) => place?.startsWith('kiosk:')) &&
    world.machines.issuer.taken.length === before.issuerTaken &&
    world.machines.issuer.bin.length + (world.machines.issuer.card ? 1 : 0) > before.issuerBin,
  'new-card-maybe-taken': ({ centre }) =>
    centre.cards.some(({ socialSecurity }) => socialSecurity === 'suspended'),
  'new-card-unknown-place': () => true,
  'new-card-not-made': ({ did }) => !did('card.request') && !did('application.submit'),
  'old-card-void': ({ centre }) => centre.cards.some(({ socialSecurity }) => socialSecurity === 'cancelled'),
  'old-card-kept': ({ world, before }) => world.machines.acceptor.bin.length === before.acceptorBin + 1,
  'old-card-still-valid': ({ did, centre }) =>
    !did('card.switch') && centre.cards.some(({ socialSecurity }) => socialSecurity === 'normal'),
  'old-card-given-back': ({ world, before }) => world.machines.acceptor.taken.length > before.acceptorTaken,
  'old-card-not-taken': ({ world, before }) => world.machines.acceptor.bin.length > before.acceptorBin,
  'old-card-stuck': () => true,
  'electronic-card-follows': ({ did }) => did('card.request') || did('application.submit'),
  'tell-benefit-payers': () => true,
};

/** The receipt against the centre's books, the acquirer's and the machines. */
export function receiptIsTrue(
  world: World,
  visit: Visit,
  receipt: ViewOf<'receipt'>,
  before: Snapshot,
  centre: Known,
): string[] {
  const did = (kind: string) =>
    centre.done.some((one) => one.kind === kind && one.reference === receipt.reference);
  // With the link down the kiosk can undo nothing; who goes on there reports the loss anew (LOSS-5).
  const instead = visit.name === 'undo-loss' && did('loss.report');
  const main = instead ? ['loss.report'] : (MAIN[visit.name] ?? []);
  const done = main.filter(did).length;
  const says = (what: string) => `the receipt says ${receipt.state}, but ${what}`;
  const problems = receipt.parts
    .filter((part) => !PARTS[part]({ did, world, before, centre }))
    .map((part) => `the receipt says ${part}: not so`);
  switch (receipt.state) {
    case 'done-here':
    case 'sent-waiting-for-office':
    case 'accepted-not-yet-sent':
      if (done === 0 || done < main.length - 1)
        problems.push(says(`the centre has ${done} of ${main.join(', ')}`));
      break;
    case 'refused':
    case 'nothing-happened':
      if (done > 0) problems.push(says(`the centre has done ${main.filter(did).join(', ')}`));
      break;
    case 'partly-done':
      if (done === 0 || done === main.length) problems.push(says(`the centre has ${done} of ${main.length}`));
      break;
    case 'unknown-asking':
    case 'go-to-counter':
      break;
  }
  return [...problems, ...moneyIsTrue(receipt, centre)];
}

function moneyIsTrue({ money, reference }: ViewOf<'receipt'>, { orders }: Known): string[] {
  if (money === null || money.state === 'unknown') return [];
  const own = orders.filter(({ receiptReference }) => receiptReference === reference);
  const kept = own.reduce((sum, order) => sum + order.receivedFen - order.refundedFen, 0);
  const expected = money.state === 'not-taken' ? 0 : money.keptFen;
  return kept === expected
    ? []
    : [`the receipt says ${money.state}, keeping ${expected} fen; kept are ${kept}`];
}

/** Ends without a receipt say that nothing changed. */
export function silentEndIsTrue({ done, orders }: Known): string[] {
  const changed = done.map(({ kind }) => kind).filter((kind) => !kind.startsWith('payment.'));
  const paid = orders.reduce((sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen, 0);
  return [
    ...(changed.length > 0 ? [`no receipt, but the centre has done ${changed.join(', ')}`] : []),
    ...(paid !== 0 ? [`no receipt, but ${paid} fen are kept`] : []),
  ];
}
