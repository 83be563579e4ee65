import type { Catalogue } from './catalogue.ts';
import { activate } from './en/activate.ts';
import { apply, keyboard } from './en/apply.ts';
import { makingCard, takeCard } from './en/card-making.ts';
import { cardView, scan } from './en/card-view.ts';
import { conditions } from './en/conditions.ts';
import { contactData } from './en/contact-data.ts';
import { deviceCare } from './en/device-care.ts';
import { electronicCard } from './en/electronic-card.ts';
import { ends } from './en/ends.ts';
import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { help } from './en/help.ts';
import { home, outOfService, welcome } from './en/home.ts';
import { face, identity } from './en/identity.ts';
import { maintenance } from './en/maintenance.ts';
import { notice } from './en/notices.ts';
import { outlets } from './en/outlets.ts';
import { pay } from './en/payment.ts';
import { progress } from './en/progress.ts';
import { choose } from './en/questions.ts';
import { readiness } from './en/readiness.ts';
import { receipt } from './en/receipt.ts';
import { receiptCheck } from './en/receipt-check.ts';
import { records } from './en/records.ts';
import { refusals } from './en/refusals.ts';
import { taskNames } from './en/task-names.ts';
import { tasks } from './en/tasks.ts';
import { refusalScreen, troubles } from './en/troubles.ts';

/** Every English string a resident reads. */
export const en: Catalogue = {
  frame,
  home,
  welcome,
  outOfService,
  identity,
  face,
  fields,
  apply,
  keyboard,
  activate,
  choose,
  notice,
  pay,
  makingCard,
  takeCard,
  cardView,
  scan,
  records,
  progress,
  contactData,
  electronicCard,
  outlets,
  help,
  receipt,
  receiptCheck,
  ends,
  refusals,
  refusalScreen,
  troubles,
  maintenance,
  taskNames,
  readiness,
  conditions,
  deviceCare,
  tasks,
};
