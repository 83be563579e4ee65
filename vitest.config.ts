import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,drivers,main,renderer,central,scripts,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
