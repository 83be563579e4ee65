import { scanCode } from './code/scan-code.ts';
import { openCamera, playCamera } from './face/camera.ts';
import { takePhoto } from './face/take-photo.ts';
import { verifyFace } from './face/verify-face.ts';

/** What the screens ask of the camera the face worker and the reader of codes. Tests and the gallery put something still in its place. */
export interface FacePort {
  readonly openCamera: typeof openCamera;
  readonly playCamera: typeof playCamera;
  readonly verifyFace: typeof verifyFace;
  readonly takePhoto: typeof takePhoto;
  readonly scanCode: typeof scanCode;
}

/** The kiosk's own camera and worker. */
export const ownFacePort: FacePort = {
  openCamera,
  playCamera,
  verifyFace,
  takePhoto,
  scanCode,
};
