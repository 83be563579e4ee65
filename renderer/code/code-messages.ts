/** The page asks with a picture, one at a time; the worker answers with the code it shows. */
export interface CodeRequest {
  readonly frame: ImageBitmap;
}

export interface CodeAnswer {
  readonly code: string | null;
}
