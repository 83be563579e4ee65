import { defineConfig } from 'vitest/config';

const WIRES = [
  'tests/{hid,pcsc,face,screens,healing,dev-dock}/**/*.test.{ts,tsx}',
  'drivers/virtual/social-card/**/*.test.ts',
  'drivers/id-card/real-wires.test.ts',
];
const E2E = ['tests/e2e/**/*.test.ts'];

/**
 * Three kinds of test, one after the other: `unit` by themselves; `wires` share what a machine has once (pcscd,
 * Chromium, udev) and run one file at a time; `e2e` play whole sessions, two at a time,
 * one on each virtual PC/SC reader. Two workers: a workstation has memory and
 * cores for more, the machine of continuous integration has not.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,drivers,main,renderer,central,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...WIRES, ...E2E],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'wires',
          include: WIRES,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: E2E,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
