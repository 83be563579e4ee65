import { afterEach, expect, it, vi } from 'vitest';
import { type Camera, cameraTrouble, openCamera, replaceCamera } from './camera.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  replaceCamera(null);
});

it.each([
  ['NotAllowedError', 'not-allowed'],
  ['SecurityError', 'not-allowed'],
  ['NotFoundError', 'not-found'],
  ['OverconstrainedError', 'not-found'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'no-picture'],
])('a camera that answers %s is %s', async (name, trouble) => {
  const getUserMedia = () => Promise.reject(new DOMException('no', name));
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  expect(await openCamera('verification')).toEqual({ ok: false, error: trouble });
});

it('a page without the right to ask has no camera', async () => {
  vi.stubGlobal('navigator', {});
  expect(await openCamera('verification')).toEqual({ ok: false, error: 'not-allowed' });
  expect(cameraTrouble('anything else')).toBe('no-picture');
});

it('closing stops every track of the stream', async () => {
  const stop = vi.fn();
  const getUserMedia = vi.fn(() => Promise.resolve({ getTracks: () => [{ stop }, { stop }] }));
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  const camera = await openCamera('card-photo');
  if (camera.ok) camera.value.close();
  expect(stop).toHaveBeenCalledTimes(2);
  expect(getUserMedia).toHaveBeenCalledWith({
    audio: false,
    video: { width: { ideal: 1280 }, height: { ideal: 960 }, frameRate: { ideal: 30 } },
  });
});

it('a replaced camera is given instead of the real one', async () => {
  const sample = { stream: {}, close: () => undefined } as unknown as Camera;
  replaceCamera(() => sample);
  expect(await openCamera('verification')).toEqual({ ok: true, value: sample });
});
