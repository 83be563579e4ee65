import { type LightAndFocus, lightAndFocus, MEASURED_WIDTH } from './light-and-focus.ts';

/** How often at most the core hears of light and focus, milliseconds. */
export const MEASURE_EVERY_MS = 3_000;

export interface MeasuredVideo extends LightAndFocus {
  /** Of the camera's own picture, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Measures the picture that runs, at once and then every three seconds or `everyMs`, until `signal` fires. One small canvas is drawn
 * over each time; no picture is kept or sent.
 */
export function measureVideo(
  video: HTMLVideoElement,
  signal: AbortSignal,
  measured: (look: MeasuredVideo) => void,
  everyMs = MEASURE_EVERY_MS,
): void {
  const canvas = document.createElement('canvas');
  const draw = canvas.getContext('2d', { willReadFrequently: true });
  const look = () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (draw === null || width < 3 || height < 3) return;
    canvas.width = MEASURED_WIDTH;
    canvas.height = Math.max(3, Math.round((MEASURED_WIDTH * height) / width));
    draw.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = draw.getImageData(0, 0, canvas.width, canvas.height);
    measured({ ...lightAndFocus(data, canvas.width, canvas.height), width, height });
  };
  look();
  const timer = setInterval(look, everyMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    canvas.width = 0;
  });
}
