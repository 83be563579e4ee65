import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The operators' page, served by the centre below `/console/`. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // One desk with tables and charts: it is loaded once a day over the office's own network.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // antd marks its files for servers that render React; this page has none.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
});
