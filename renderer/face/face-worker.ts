import { cardPhoto } from './card-photo.ts';
import { loadFaceModels } from './face-models.ts';
import { describeStill, look, type Session } from './look.ts';
import { type Drawing, drawing } from './pictures.ts';
import type { FaceAnswer, FaceRequest, FaceWork, FaceWorkName } from './worker-messages.ts';

/*
 * Everything that sees a face: one worker per verification, ended after it, so that pictures, descriptors and
 * the library's memory are gone together (ID-6; face.md §1 on memory).
 */
const session: Session = { reference: null, first: null };
let frameDrawing: Drawing | null = null;

/** Puts a camera frame on the canvas and lets go of it. */
function onCanvas(frame: ImageBitmap): Drawing {
  if (frameDrawing?.canvas.width !== frame.width || frameDrawing.canvas.height !== frame.height) {
    frameDrawing = drawing(frame.width, frame.height);
  }
  frameDrawing.ctx.drawImage(frame, 0, 0);
  frame.close();
  return frameDrawing;
}

async function work(request: FaceRequest): Promise<FaceWork[FaceWorkName]['answer']> {
  switch (request.name) {
    case 'load': {
      const startedAt = performance.now();
      await loadFaceModels(request.ask);
      return { milliseconds: performance.now() - startedAt };
    }
    case 'reference':
      session.reference = await describeStill(request.ask.picture);
      return { found: session.reference !== null };
    case 'look':
      return await look(onCanvas(request.ask.frame).canvas, request.ask, session);
    case 'photo':
      return await cardPhoto(onCanvas(request.ask.frame), request.ask);
    case 'describe':
      return { descriptor: await describeStill(request.ask.picture) };
  }
}

self.onmessage = (event: MessageEvent<FaceRequest>) => {
  const { id } = event.data;
  const reply = (answer: FaceAnswer): void => self.postMessage(answer);
  work(event.data).then(
    (answer) => reply({ id, answer }),
    (cause: unknown) => reply({ id, trouble: cause instanceof Error ? cause.message : String(cause) }),
  );
};
