/** What the house uses of the package `ipp` (RFC 8010): its encoder and the table of attributes it knows. */
declare module 'ipp' {
  interface IppRequest {
    readonly version: string;
    readonly operation: string;
    readonly id: number;
    readonly 'operation-attributes-tag': Readonly<Record<string, unknown>>;
    readonly 'job-attributes-tag'?: Readonly<Record<string, unknown>>;
    readonly data?: Buffer;
  }
  const ipp: {
    serialize(request: IppRequest): Buffer;
    readonly attributes: { readonly Operation: Record<string, unknown> };
  };
  export default ipp;
}
