import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The gallery's own page, for tests and pictures; never part of a kiosk. The caller names the output folder. */
export default defineConfig({
  root: here,
  base: '/',
  worker: { format: 'es' },
  define: { __DEV_DOCK__: 'false' },
  build: {
    target: 'chrome140',
    minify: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${here}/gallery.html` },
  },
});
