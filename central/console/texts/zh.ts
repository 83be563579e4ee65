import { acts, trust } from './zh/acts.ts';
import { alarms } from './zh/alarms.ts';
import { closures } from './zh/closures.ts';
import { codes } from './zh/codes.ts';
import { documents } from './zh/documents.ts';
import { enrolment, keptCards } from './zh/enrolment.ts';
import { figures } from './zh/figures.ts';
import { frame } from './zh/frame.ts';
import { kiosks } from './zh/kiosks.ts';
import { operators } from './zh/operators.ts';
import { overview } from './zh/overview.ts';
import { receiptCodes } from './zh/receipt-codes.ts';
import { records } from './zh/records.ts';
import { releases } from './zh/releases.ts';
import { rollouts } from './zh/rollouts.ts';
import { signIn } from './zh/sign-in.ts';
import { tables } from './zh/tables.ts';
import { transactions } from './zh/transactions.ts';
import { troubles } from './zh/troubles.ts';
import { words } from './zh/words.ts';
import { work } from './zh/work.ts';

export const zh = {
  acts,
  alarms,
  closures,
  codes,
  documents,
  enrolment,
  figures,
  frame,
  keptCards,
  kiosks,
  operators,
  overview,
  receiptCodes,
  records,
  releases,
  rollouts,
  signIn,
  tables,
  transactions,
  troubles,
  trust,
  words,
  work,
};
