/** Two rising notes, loud enough to turn a head. Hertz and seconds. */
const NOTES = [
  { pitch: 660, at: 0 },
  { pitch: 880, at: 0.35 },
] as const;
const LENGTH = 0.3;

/** Sounds the warning; where sound is not allowed yet the picture stands alone. Returns the way to silence it. */
export function chime(): () => void {
  const sound = new AudioContext();
  for (const { pitch, at } of NOTES) {
    const note = sound.createOscillator();
    const volume = sound.createGain();
    const start = sound.currentTime + at;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.25, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
    note.connect(volume).connect(sound.destination);
    note.start(start);
    note.stop(start + LENGTH);
  }
  return () => {
    sound.close().catch((cause: unknown) => console.warn('the warning sound did not close', cause));
  };
}
