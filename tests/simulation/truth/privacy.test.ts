import { describe, expect, it } from 'vitest';
import { day } from '../../../src/calendar/calendar-day.ts';
import { ARCHETYPES } from '../people/archetypes.ts';
import { mint } from '../people/mint.ts';
import { canariesOf, onDisk } from './privacy.ts';

const kinds = ARCHETYPES.map(({ name }) => name);
const people = kinds.map((kind, number) => mint(kind, number, day('2026-11-23')));
const file = (bytes: Buffer) => [{ path: '/kiosk/store.db', bytes }];

describe('INV-6 what lies on the disk in clear', () => {
  it('is found at the beginning, in the middle and at the very end, whosever it is', () => {
    for (const canary of people.flatMap(canariesOf)) {
      const sought = Buffer.from(canary);
      const noise = Buffer.alloc(50, sought.subarray(0, 4));
      for (const bytes of [
        sought,
        Buffer.concat([noise, sought, noise]),
        Buffer.concat([noise, sought]),
        Buffer.concat([sought.subarray(0, 5), sought]),
      ]) {
        expect(onDisk(people, file(bytes))).toHaveLength(1);
      }
    }
  });

  it('is nothing where only a part of it stands', () => {
    for (const canary of people.flatMap(canariesOf)) {
      const sought = Buffer.from(canary);
      expect(onDisk(people, file(sought.subarray(0, sought.length - 1)))).toEqual([]);
    }
    expect(onDisk(people, file(Buffer.alloc(0)))).toEqual([]);
  });
});
