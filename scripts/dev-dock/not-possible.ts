/** Asked for something that cannot be done as things stand; the sentence says why. */
export class NotPossible extends Error {}
