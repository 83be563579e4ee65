/** An honest sentence for trouble (experience.md): what happened, what it means for my card and money, what I do. */
export interface Said {
  readonly title: string;
  readonly what: string;
  readonly now: readonly string[];
}
