import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import renderer from './renderer/vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files that run as a process of their own; each keeps its place below `dist/electron`. */
const PROCESSES = {
  'main/shell-electron/main': here('main/shell-electron/main.ts'),
  'main/core/main': here('main/core/main.ts'),
  'drivers/social-card/host/host-process': here('drivers/social-card/host/host-process.ts'),
};

/** `new URL('./host-process.ts', import.meta.url)` must name the built file. */
function builtProcessNames(): Plugin {
  return {
    name: 'yikatong-built-process-names',
    transform: (code) =>
      code.includes('import.meta.url')
        ? code.replace(/(new URL\(['"]\.[^'"]*)\.ts(['"]\s*,\s*import\.meta\.url\))/g, '$1.js$2')
        : null,
  };
}

/**
 * `dist/electron`: one file per source file, so that a stack trace names the file of the source and core's child
 * processes find each other. `dist/renderer`: the same page that the browser shell serves.
 */
export default defineConfig(({ mode, command }) => ({
  main: {
    plugins: [builtProcessNames()],
    build: {
      outDir: 'dist/electron',
      rolldownOptions: {
        input: PROCESSES,
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: here('.'),
          entryFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/electron',
      // The main build is in the same folder and comes first.
      emptyOutDir: false,
      // A sandboxed preload can require nothing but Electron, and cannot be a module.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('main/shell-electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...renderer({ mode, command }),
    // electron-vite bundles this file, and with it the place that the page's configuration takes itself to be in.
    root: here('renderer'),
    build: {
      ...renderer({ mode, command }).build,
      outDir: here('dist/renderer'),
      rolldownOptions: { input: here('renderer/index.html') },
    },
  },
}));
