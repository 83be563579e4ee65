import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The dock's page: an entry of its own, in no build of the kiosk. */
export default defineConfig({
  root: here('.'),
  base: '/',
  build: {
    outDir: here('../../../dist/dev-dock'),
    emptyOutDir: true,
    target: 'chrome140',
    reportCompressedSize: false,
  },
});
