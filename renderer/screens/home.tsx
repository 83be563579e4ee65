import './home.css';
import { useState } from 'react';
import type { Tile as TileOfView, ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { packPages } from '../design/paging.ts';
import { Tile } from '../design/tile.tsx';
import { useCan, useKiosk, useRoom, useWords } from '../frame/kiosk-context.ts';
import { ServiceIcon } from '../illustrations/service-icons.tsx';

/** Up to so many tiles stand large under each other; elder mode has no more than four on a page. */
const LARGE = 3;
const ELDER_PAGE = 4;

/** What this kiosk never does is gathered in one quiet group; what only rests for now keeps its tile and says why. */
const elsewhere = (tile: TileOfView) => !tile.available && tile.reason === 'not-at-this-kiosk';

/** Home shows what works now; a service that can't finish says so. */
export function Home({ view }: { view: ViewOf<'home'> }) {
  const { home } = useWords();
  const here = view.tiles.filter((tile) => !elsewhere(tile));
  return (
    <Page
      title={view.elder ? home.titleElder : home.title}
      lead={view.elder ? home.leadElder : home.lead(view.selfServiceAge)}
      note={
        view.elder && here.length > LARGE ? null : (
          <Note>
            {home.help}
            <Hotlines hotlines={view.hotlines} />
          </Note>
        )
      }
    >
      {view.elder ? <ElderTiles tiles={here} /> : <Tiles tiles={here} />}
      <Elsewhere tiles={view.tiles.filter(elsewhere)} />
    </Page>
  );
}

const layout = (count: number) => (count > LARGE ? 'tiles many' : 'tiles few');

function Tiles({ tiles }: { tiles: readonly TileOfView[] }) {
  return (
    <div className={layout(tiles.length)}>
      {tiles.map((tile) => (
        <ServiceTile key={tile.service} tile={tile} />
      ))}
    </div>
  );
}

function ElderTiles({ tiles }: { tiles: readonly TileOfView[] }) {
  const { home } = useWords();
  const { landscape } = useRoom();
  const [page, setPage] = useState(0);
  const pages = packPages(tiles, () => 1, ELDER_PAGE);
  const next = (page + 1) % Math.max(1, pages.length);
  return (
    <>
      <div className={tiles.length > LARGE && !landscape ? 'tiles' : layout(tiles.length)}>
        {(pages[page] ?? []).map((tile) => (
          <ServiceTile key={tile.service} tile={tile} />
        ))}
      </div>
      {pages.length > 1 ? (
        <Button onPress={() => setPage(next)}>{next === 0 ? home.firstServices : home.otherServices}</Button>
      ) : null}
    </>
  );
}

function ServiceTile({ tile }: { tile: TileOfView }) {
  const { send } = useKiosk();
  const can = useCan();
  const { home } = useWords();
  const { elder } = useRoom();
  const { name, line } = home.services[tile.service];
  const reason = tile.reason !== null ? home.reasons[tile.reason] : tile.notice && home.notices[tile.notice];
  const lines = elder ? [line] : [line, home.minutes(tile.minutes, tile.free)];
  return (
    <Tile
      name={name}
      icon={<ServiceIcon service={tile.service} />}
      lines={reason === null ? lines : []}
      reason={reason}
      available={tile.available && can('choose-service')}
      onPress={() => send({ type: 'choose-service', service: tile.service })}
    />
  );
}

/** One sentence for all of them, and their names. */
function Elsewhere({ tiles }: { tiles: readonly TileOfView[] }) {
  const { home } = useWords();
  if (tiles.length === 0) return null;
  return (
    <section className="elsewhere">
      <h2>{home.elsewhere}</h2>
      <ul>
        {tiles.map(({ service }) => (
          <li key={service}>
            <ServiceIcon service={service} />
            {home.services[service].name}
          </li>
        ))}
      </ul>
    </section>
  );
}
