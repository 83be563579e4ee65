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

/** Four large tiles first; in elder mode four and no more on a page. */
const LARGE = 4;

/** Home shows what works now; a service that can't finish says so on its tile. */
export function Home({ view }: { view: ViewOf<'home'> }) {
  const { home } = useWords();
  return (
    <Page
      title={view.elder ? home.titleElder : home.title}
      lead={view.elder ? home.leadElder : home.lead(view.selfServiceAge)}
      note={
        view.elder ? null : (
          <Note>
            {home.help}
            <Hotlines hotlines={view.hotlines} />
          </Note>
        )
      }
    >
      {view.elder ? <ElderTiles tiles={view.tiles} /> : <Tiles tiles={view.tiles} />}
    </Page>
  );
}

function Tiles({ tiles }: { tiles: readonly TileOfView[] }) {
  return (
    <>
      <div className="tiles">
        {tiles.slice(0, LARGE).map((tile) => (
          <ServiceTile key={tile.service} tile={tile} />
        ))}
      </div>
      {tiles.length > LARGE ? (
        <div className="tiles minis">
          {tiles.slice(LARGE).map((tile) => (
            <ServiceTile key={tile.service} tile={tile} mini />
          ))}
        </div>
      ) : null}
    </>
  );
}

function ElderTiles({ tiles }: { tiles: readonly TileOfView[] }) {
  const { home } = useWords();
  const { landscape } = useRoom();
  const [page, setPage] = useState(0);
  const pages = packPages(tiles, () => 1, LARGE);
  const next = (page + 1) % Math.max(1, pages.length);
  return (
    <>
      <div className={landscape ? 'tiles' : 'tiles single'}>
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

function ServiceTile({ tile, mini = false }: { tile: TileOfView; mini?: boolean }) {
  const { send } = useKiosk();
  const can = useCan();
  const { home } = useWords();
  const { elder, landscape } = useRoom();
  const { name, line } = home.services[tile.service];
  const reason = tile.reason !== null ? home.reasons[tile.reason] : tile.notice && home.notices[tile.notice];
  const lines = elder ? [line] : [line, home.minutes(tile.minutes, tile.free)];
  return (
    <Tile
      name={name}
      icon={<ServiceIcon service={tile.service} />}
      lines={mini || (reason !== null && (elder || landscape)) ? [] : reason !== null ? [line] : lines}
      reason={reason}
      available={tile.available && can('choose-service')}
      mini={mini}
      onPress={() => send({ type: 'choose-service', service: tile.service })}
    />
  );
}
