import { activate } from './activate.ts';
import { apply } from './apply.ts';
import { cardOrder } from './card-order.ts';
import { certify } from './certify.ts';
import { contactData } from './contact-data.ts';
import { electronicCard } from './electronic-card.ts';
import { exchangeGuide } from './exchange-guide.ts';
import { help } from './help.ts';
import type { FlowKit } from './kit.ts';
import { loss } from './loss.ts';
import { outlets } from './outlets.ts';
import { progress } from './progress.ts';
import { readCard } from './read-card.ts';
import { records } from './records.ts';

/** Every service of the terminal, by the name of its tile. */
export const serviceActors = (kit: FlowKit) => ({
  apply: apply(kit),
  activate: activate(kit),
  loss: loss(kit),
  replace: cardOrder(kit, 'replace'),
  swap: cardOrder(kit, 'swap'),
  exchange: cardOrder(kit, 'exchange'),
  /** EXCH-5: where a pack leaves every exchange to counters. */
  exchangeGuide: exchangeGuide(kit),
  certify: certify(kit),
  records: records(kit),
  progress: progress(kit),
  'contact-data': contactData(kit),
  'read-card': readCard(kit),
  'electronic-card': electronicCard(kit),
  outlets: outlets(kit),
  help: help(kit),
});
