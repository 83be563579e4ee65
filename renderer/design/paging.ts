/** Cuts a list into pages whose weights stay within `capacity`; an item heavier than a page gets its own. */
export function packPages<T>(items: readonly T[], weight: (item: T) => number, capacity: number): T[][] {
  const pages: T[][] = [];
  let room = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const needed = weight(item);
    if (page === undefined || needed > room) {
      pages.push([item]);
      room = capacity - needed;
    } else {
      page.push(item);
      room -= needed;
    }
  }
  return pages;
}
