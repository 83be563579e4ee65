import type { Catalogue } from './catalogue.ts';
import { acts, trust } from './en/acts.ts';
import { alarms } from './en/alarms.ts';
import { closures } from './en/closures.ts';
import { codes } from './en/codes.ts';
import { documents } from './en/documents.ts';
import { enrolment, keptCards } from './en/enrolment.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { kiosks } from './en/kiosks.ts';
import { operators } from './en/operators.ts';
import { overview } from './en/overview.ts';
import { receiptCodes } from './en/receipt-codes.ts';
import { records } from './en/records.ts';
import { releases } from './en/releases.ts';
import { rollouts } from './en/rollouts.ts';
import { signIn } from './en/sign-in.ts';
import { tables } from './en/tables.ts';
import { transactions } from './en/transactions.ts';
import { troubles } from './en/troubles.ts';
import { words } from './en/words.ts';
import { work } from './en/work.ts';

export const en: Catalogue = {
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
