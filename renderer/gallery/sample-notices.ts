import type { ShownNotice, Tile } from '../../src/contracts/view.ts';
import { TILES } from './sample-parts.ts';

/** A warning and a notice, each as long as two lines hold. */
export const NOTICES: ShownNotice[] = [
  {
    id: 'storm',
    level: 'warning',
    title: '台风停办',
    text: '十一月二十四日全省窗口停办一天，自助机照常。',
  },
  {
    id: 'certify-now',
    level: 'notice',
    title: '待遇认证',
    text: '领养老金的人请在十二月底以前认证，在这里就能办。',
  },
];

/** Operators have something to say of one service. */
export const TILES_SAYING: Tile[] = TILES.map((tile) =>
  tile.service === 'replace' ? { ...tile, said: '补卡费十一月起免收' } : tile,
);

/** Emergency off. */
export const TILES_CLOSED: Tile[] = TILES.map((tile) =>
  tile.service === 'swap' || tile.service === 'certify'
    ? { ...tile, available: false, reason: 'closed-by-centre', notice: null }
    : tile,
);
