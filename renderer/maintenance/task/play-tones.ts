import { err, ok, type Result } from '../../../src/result.ts';

/** Three rising notes that no fan hums by chance. Hertz and seconds. */
const NOTES = [
  { pitch: 523, at: 0 },
  { pitch: 659, at: 0.5 },
  { pitch: 784, at: 1 },
] as const;
const LENGTH = 0.42;
/** Share of full scale: loud at the kiosk, not in the next room. */
const VOLUME = 0.4;

/** Plays them; the value silences what still sounds. `no-sound`: this machine has no way out for sound. */
export function playTones(): Result<() => void, 'no-sound'> {
  try {
    const sound = new AudioContext();
    for (const { pitch, at } of NOTES) {
      const note = sound.createOscillator();
      const volume = sound.createGain();
      const start = sound.currentTime + at;
      note.frequency.value = pitch;
      volume.gain.setValueAtTime(VOLUME, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
      note.connect(volume).connect(sound.destination);
      note.start(start);
      note.stop(start + LENGTH);
    }
    return ok(() => {
      sound.close().catch((cause: unknown) => console.warn('the test sound did not close', cause));
    });
  } catch (cause) {
    console.warn('no sound can be played', cause);
    return err('no-sound');
  }
}
