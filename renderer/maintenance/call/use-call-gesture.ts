import { useEffect, useRef } from 'react';
import { CALL_GESTURE, isCall, type Touches, withTouch } from './call-gesture.ts';

/**
 * Watches for the hidden gesture on whatever the page shows, also while the core is away. It only listens: no element
 * lies over the screen, nothing can be focused, and every touch goes on to what it was meant for.
 */
export function useCallGesture(onCall: () => void): void {
  const call = useRef(onCall);
  call.current = onCall;
  useEffect(() => {
    let touches: Touches = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fingers = new Set<number>();
    const down = (event: PointerEvent) => {
      fingers.add(event.pointerId);
      const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
      if (canvas === undefined) return;
      // The canvas is scaled as a whole to the window.
      const scale = canvas.width / (canvas.width > canvas.height ? 1920 : 1080);
      touches = withTouch(touches, {
        x: (event.clientX - canvas.left) / scale,
        y: (event.clientY - canvas.top) / scale,
        at: event.timeStamp,
        alone: fingers.size === 1,
      });
      clearTimeout(timer);
      if (touches.length === CALL_GESTURE.touches)
        timer = setTimeout(() => {
          if (isCall(touches, performance.now())) call.current();
          touches = [];
        }, CALL_GESTURE.pauseMs + 20);
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    const options = { capture: true, passive: true } as const;
    document.addEventListener('pointerdown', down, options);
    document.addEventListener('pointerup', up, options);
    document.addEventListener('pointercancel', up, options);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', down, options);
      document.removeEventListener('pointerup', up, options);
      document.removeEventListener('pointercancel', up, options);
    };
  }, []);
}
