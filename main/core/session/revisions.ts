/** One count of views for all who show something: a page takes no view that is older than the one it shows. */
export interface Revisions {
  last: number;
}
