import { centralKilled } from './central-killed.ts';
import { clockSetBack } from './clock-set-back.ts';
import { copiedStore } from './copied-store.ts';
import type { Damage } from './damage.ts';
import { corruptPage, walRemoved } from './damaged-store.ts';
import { fullDisk, readOnlyDisk } from './full-disk.ts';
import { pcscdKilled } from './pcscd-killed.ts';

/** What runs in a world of its own. */
export const DAMAGES: readonly Damage[] = [
  fullDisk,
  readOnlyDisk,
  corruptPage,
  walRemoved,
  clockSetBack,
  centralKilled,
  copiedStore,
];

/** With the one that needs the machine's pcscd for itself. */
export const ALL_DAMAGES: readonly Damage[] = [...DAMAGES, pcscdKilled];
