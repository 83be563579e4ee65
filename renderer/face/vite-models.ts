import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The models the kiosk uses; the packages carry more. */
const MODELS = ['ssd_mobilenetv1', 'tiny_face_detector', 'face_landmark_68', 'face_recognition'];

/** A file the page fetches by its address, and where it lies. */
interface ServedFile {
  readonly url: string;
  readonly path: string;
}

/**
 * Serves the face models under /models/ and the WebAssembly files under /wasm/ in development, and copies them
 * into the build: the kiosk fetches nothing from elsewhere.
 */
export function faceModels(): Plugin {
  const files = servedFiles();
  return {
    name: 'yikatong-face-models',
    // One ready-made module of 1.3 MB: bundling it beforehand only costs a page reload when first met.
    config: () => ({ optimizeDeps: { exclude: ['@vladmandic/face-api'] }, worker: { format: 'es' } }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = (request.url ?? '').split('?')[0];
        const file = files.find((one) => one.url === url);
        if (file === undefined) return next();
        response.setHeader('Content-Type', contentType(file.url));
        createReadStream(file.path).on('error', next).pipe(response);
      });
    },
    generateBundle() {
      for (const { url, path } of files)
        this.emitFile({ type: 'asset', fileName: url.slice(1), source: readFileSync(path) });
    },
  };
}

function servedFiles(): ServedFile[] {
  const require = createRequire(import.meta.url);
  const models = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
  const wasm = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
  const ofModel = (name: string): ServedFile[] =>
    [`${name}_model-weights_manifest.json`, `${name}_model.bin`].map((file) => ({
      url: `/models/${file}`,
      path: join(models, file),
    }));
  const ofWasm = readdirSync(wasm)
    .filter((file) => file.endsWith('.wasm'))
    .map((file) => ({ url: `/wasm/${file}`, path: join(wasm, file) }));
  const files = [...MODELS.flatMap(ofModel), ...ofWasm];
  const missing = files.filter((file) => !existsSync(file.path));
  if (missing.length > 0)
    throw new Error(`face models are not installed: ${missing.map((file) => file.path).join(', ')}`);
  return files;
}

/** WebAssembly is only compiled while it streams when its type is right. */
function contentType(url: string): string {
  if (url.endsWith('.wasm')) return 'application/wasm';
  return url.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
