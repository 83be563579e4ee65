import type { NoticeBoard } from '../contracts/configuration/small-documents.ts';
import type { ShownNotice, Tile } from '../contracts/view.ts';
import { MOST_NOTICES } from '../contracts/view-chrome.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { ViewEnvironment } from './screen.ts';

type Notice = NoticeBoard['notices'][number];

/** What operators have to say on the start and home screens; the board has warnings first. */
export const noticesFor = ({ kit, language }: ViewEnvironment): ShownNotice[] =>
  kit
    .notices()
    .slice(0, MOST_NOTICES)
    .map(({ id, level, title, text }) => ({
      id,
      level,
      title: inLanguage(title, language),
      text: inLanguage(text, language),
    }));

/** Tiles with the title of the first notice about their service. */
export function tilesSaying({ kit, language }: ViewEnvironment): Tile[] {
  const notices = kit.notices();
  return kit.tiles().map((tile) => {
    const about = notices.find(({ services }: Notice) => services.includes(tile.service));
    return about === undefined ? tile : { ...tile, said: inLanguage(about.title, language) };
  });
}
