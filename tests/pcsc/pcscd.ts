import { ensurePcscd, type RunningPcscd } from '../../drivers/virtual/social-card/pcscd.ts';

/** pcscd for a test file, or null after a line that names what is missing. */
export async function pcscdForTests(): Promise<RunningPcscd | null> {
  const running = await ensurePcscd();
  if (running.ok) return running.value;
  console.warn(`skipped: no ${running.error.missing}; remedy: ${running.error.remedy}`);
  return null;
}
