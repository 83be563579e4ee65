/** From draft to signed; afterwards a rollout carries it. */
export const RELEASE_STATES = ['draft', 'in-review', 'approved', 'signed', 'abandoned'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];
