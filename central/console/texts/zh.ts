import { frame } from './zh/frame.ts';
import { signIn } from './zh/sign-in.ts';
import { tables } from './zh/tables.ts';
import { troubles } from './zh/troubles.ts';
import { words } from './zh/words.ts';

export const zh = { frame, signIn, tables, troubles, words };
