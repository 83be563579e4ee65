import { expect, it } from 'vitest';
import type { PageLife } from './kiosk-link.ts';
import { watchPage } from './page-alive.ts';

function drawnPage() {
  let time = 0;
  let frame: () => void = () => undefined;
  const said: PageLife[] = [];
  const watch = watchPage({
    requestFrame: (drawn) => {
      frame = drawn;
    },
    now: () => time,
    heapBytes: () => 9_000_000,
    say: (life) => said.push(life),
  });
  const draw = (at: number) => {
    time = at;
    frame();
  };
  return { watch, said, draw };
}

it('a page says every five seconds how it is, with the longest frame since the last time', () => {
  const { watch, said, draw } = drawnPage();
  watch.touched();
  for (const at of [16, 32, 432, 448, 4_999]) draw(at);
  expect(said).toEqual([]);
  draw(5_000);
  watch.touched();
  for (let at = 5_016; at <= 10_000; at += 16) draw(at);
  draw(10_001);
  expect(said).toEqual([
    { heapBytes: 9_000_000, longestFrameMs: 4_551, touches: 1 },
    { heapBytes: 9_000_000, longestFrameMs: 16, touches: 2 },
  ]);
});

it('a page that draws no frame says nothing, and a stopped one neither', () => {
  const { watch, said, draw } = drawnPage();
  expect(said).toEqual([]);
  watch.stop();
  draw(20_000);
  expect(said).toEqual([]);
});
