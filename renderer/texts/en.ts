import type { Catalogue } from './catalogue.ts';
import { activate } from './en/activate.ts';
import { apply, keyboard } from './en/apply.ts';
import { ends, receipt } from './en/ends.ts';
import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { home, outOfService, welcome } from './en/home.ts';
import { face, identity } from './en/identity.ts';
import { refusals } from './en/refusals.ts';
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
  receipt,
  ends,
  refusals,
  refusalScreen,
  troubles,
};
