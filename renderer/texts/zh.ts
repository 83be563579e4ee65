import { activate } from './zh/activate.ts';
import { apply, keyboard } from './zh/apply.ts';
import { makingCard, takeCard } from './zh/card-making.ts';
import { cardView, scan } from './zh/card-view.ts';
import { conditions } from './zh/conditions.ts';
import { contactData } from './zh/contact-data.ts';
import { deviceCare } from './zh/device-care.ts';
import { electronicCard } from './zh/electronic-card.ts';
import { ends } from './zh/ends.ts';
import { fields } from './zh/fields.ts';
import { frame } from './zh/frame.ts';
import { help } from './zh/help.ts';
import { home, outOfService, welcome } from './zh/home.ts';
import { face, identity } from './zh/identity.ts';
import { maintenance } from './zh/maintenance.ts';
import { notice } from './zh/notices.ts';
import { outlets } from './zh/outlets.ts';
import { pay } from './zh/payment.ts';
import { progress } from './zh/progress.ts';
import { choose } from './zh/questions.ts';
import { readiness } from './zh/readiness.ts';
import { receipt } from './zh/receipt.ts';
import { receiptCheck } from './zh/receipt-check.ts';
import { records } from './zh/records.ts';
import { refusals } from './zh/refusals.ts';
import { taskNames } from './zh/task-names.ts';
import { tasks } from './zh/tasks.ts';
import { refusalScreen, troubles } from './zh/troubles.ts';

/** Every Chinese string a resident reads. The shape of it is the shape of every other language's. */
export const zh = {
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
