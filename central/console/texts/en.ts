import type { Catalogue } from './catalogue.ts';
import { frame } from './en/frame.ts';
import { signIn } from './en/sign-in.ts';
import { tables } from './en/tables.ts';
import { troubles } from './en/troubles.ts';
import { words } from './en/words.ts';

export const en: Catalogue = { frame, signIn, tables, troubles, words };
