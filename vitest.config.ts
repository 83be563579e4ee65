import { defineConfig } from 'vitest/config';

/** Kills or hangs the machine's one pcscd, or needs both of its virtual readers. */
const ALONE = ['tests/pcsc/recovery.test.ts', 'tests/healing/**/*.test.ts'];
/** Real Chromium, pcscd, udev: slower than unit tests, and each takes what it shares by a claim. */
const WIRES = [
  'tests/{hid,pcsc,face,screens,dev-dock,printing,crash}/**/*.test.{ts,tsx}',
  'drivers/virtual/social-card/**/*.test.ts',
  'drivers/id-card/real-wires.test.ts',
];
/** Whole sessions; a world has one of the two virtual PC/SC readers, or (`cards: 'direct'`) the card on a wire of its own. */
const E2E = ['tests/e2e/**/*.test.ts'];

/** What only SQLite has, or what has a database of its own. */
const SQLITE_ALONE = [
  'central/database/{prepared-statements,migration-0003-card-lifecycle,strict-tables}.test.ts',
  'central/http/in-process.test.ts',
  // What is decided before any question reaches a database, or mostly computes passwords.
  'central/console-api/{access-matrix,page,same-page,sign-in}.test.ts',
  // Starts the program itself, on a file.
  'central/main.test.ts',
];

/**
 * Five kinds of test, one after the other. Two workers: a workstation has memory and cores for more, the machine of
 * continuous integration has not.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,drivers,main,renderer,central,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'tests/postgres/**', ...WIRES, ...ALONE, ...E2E],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          // The centre's own tests once more, each with a database of its own on a real PostgreSQL.
          name: 'postgres',
          include: ['central/**/*.test.ts', 'tests/postgres/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'central/console/**', ...SQLITE_ALONE],
          globalSetup: 'tests/postgres/global-setup.ts',
          env: { CENTRAL_TEST_DATABASE: 'postgres' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'wires',
          include: WIRES,
          exclude: ['**/node_modules/**', ...ALONE],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: E2E,
          // Most of a session is waiting for cameras, printers and patience: three share two cores well, a fourth gains nothing.
          maxWorkers: 3,
          testTimeout: 180_000,
          // Two browsers with cameras on two cores: a turn of the head may fall between two frames.
          retry: 1,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
