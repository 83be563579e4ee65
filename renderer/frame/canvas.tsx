import './frame.css';
import { type ReactNode, useEffect, useState } from 'react';

const UPRIGHT = { width: 1080, height: 1920 } as const;
const LYING = { width: 1920, height: 1080 } as const;

function measured() {
  const { innerWidth, innerHeight } = window;
  const landscape = innerWidth > innerHeight;
  const size = landscape ? LYING : UPRIGHT;
  return { landscape, scale: Math.min(innerWidth / size.width, innerHeight / size.height) };
}

/** Whether the screen lies, and how far the drawing must shrink to fit a window that is not a kiosk's. */
export function useCanvas(): { landscape: boolean; scale: number } {
  const [canvas, setCanvas] = useState(measured);
  useEffect(() => {
    const onResize = () => setCanvas(measured());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return canvas;
}

interface CanvasProps {
  readonly scale: number;
  readonly children: ReactNode;
}

/** One drawing at 1080 × 1920 or 1920 × 1080, scaled as a whole: what is tested is what is seen everywhere. */
export function Canvas({ scale, children }: CanvasProps) {
  return (
    <div className="canvas" style={{ transform: `scale(${scale}) translate(-50%, -50%)` }}>
      {children}
    </div>
  );
}
