import { activate } from './zh/activate.ts';
import { apply, keyboard } from './zh/apply.ts';
import { ends, receipt } from './zh/ends.ts';
import { fields } from './zh/fields.ts';
import { frame } from './zh/frame.ts';
import { home, outOfService, welcome } from './zh/home.ts';
import { face, identity } from './zh/identity.ts';
import { refusals } from './zh/refusals.ts';
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
  receipt,
  ends,
  refusals,
  refusalScreen,
  troubles,
};
