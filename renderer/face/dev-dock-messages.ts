import { z } from 'zod';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import { useSampleCamera as setSampleCamera } from './dev-dock-camera.ts';

/** The dev dock says whom the camera sees: a drawn person by name, or nobody, which gives the camera back. */
const cameraMessage = z.object({
  kind: z.literal('dev-dock-camera'),
  portrait: z.string().nullable(),
  clip: z.enum(['turning', 'still', 'photo']),
});

/** Listens to the page around this one. Import it only behind `__DEV_DOCK__`: no production build contains it. */
export function listenToDevDock(): void {
  if (window.parent === window) return;
  window.addEventListener('message', (event) => {
    const message = cameraMessage.safeParse(event.data);
    if (event.source !== window.parent || !message.success) return;
    const person = Object.entries(PEOPLE).find(([name]) => name === message.data.portrait)?.[1] ?? null;
    void setSampleCamera(person, message.data.clip);
  });
  window.parent.postMessage('dev-dock-camera?', '*');
}
