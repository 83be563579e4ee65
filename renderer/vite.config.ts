import { defineConfig } from 'vite';
import { faceModels } from './face/vite-models.ts';

const here = import.meta.dirname;

/**
 * The kiosk's page. `--mode dev-dock` builds (and serving always has) the dev dock's door; every other build is a
 * production build in which `__DEV_DOCK__` is false and the code behind it is dropped.
 */
export default defineConfig(({ mode, command }) => ({
  root: here,
  base: '/',
  plugins: [faceModels()],
  define: { __DEV_DOCK__: JSON.stringify(mode === 'dev-dock' || command === 'serve') },
  build: {
    outDir: `${here}/../dist/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    // Small pictures as data: are allowed by the CSP, scripts are not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));
