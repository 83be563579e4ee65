/** Milliseconds without a new frame after which the camera counts as gone. */
const FRAME_DEADLINE = 5_000;

/** The next frame the camera delivers, or `null` when it delivers none any more or the signal fires. */
export async function nextFrame(video: HTMLVideoElement, signal?: AbortSignal): Promise<ImageBitmap | null> {
  const arrived = await new Promise<boolean>((settle) => {
    const done = (seen: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', gone);
      settle(seen);
    };
    const gone = (): void => {
      video.cancelVideoFrameCallback(handle);
      done(false);
    };
    const timer = setTimeout(gone, FRAME_DEADLINE);
    const handle = video.requestVideoFrameCallback(() => done(true));
    signal?.addEventListener('abort', gone);
    if (signal?.aborted === true) gone();
  });
  return arrived && video.videoWidth > 0 ? await createImageBitmap(video) : null;
}
