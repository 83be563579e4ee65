import './home.css';
import { type ReactNode, useState } from 'react';
import type { Tile as TileOfView, ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { NoticeBoard } from '../design/notice-board.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Tile } from '../design/tile.tsx';
import { useCan, useKiosk, useRoom, useWords } from '../frame/kiosk-context.ts';
import { ServiceIcon } from '../illustrations/service-icons.tsx';
import { GROUPS, type Group, groupOf } from './service-groups.ts';

/** Up to so many tiles stand large under each other, without groups. */
const FEW = 4;
/** Large tiles under the names of the groups, in low reach. */
const LOW_TILES = 3;

/** Where few services are, what this kiosk never does is gathered in one quiet group, and elder mode leaves it out. */
const elsewhere = (tile: TileOfView) => !tile.available && tile.reason === 'not-at-this-kiosk';

/** Home shows what works now; a service that can't finish says so. */
export function Home({ view }: { view: ViewOf<'home'> }) {
  const { home } = useWords();
  const { low } = useRoom();
  const here = view.tiles.filter((tile) => !elsewhere(tile));
  const away = view.tiles.filter(elsewhere);
  const title = view.elder ? home.titleElder : home.title;
  const saysSomething = view.notices.length > 0;
  const usualLead = view.elder ? home.leadElder : home.lead(view.selfServiceAge);
  // Operators' words take the place of the usual ones.
  const lead = saysSomething ? undefined : usualLead;
  const board = <NoticeBoard notices={view.notices} titlesOnly={view.elder} />;
  const help = (
    <Note>
      <div className="home-help">
        {home.help}
        <Hotlines hotlines={view.hotlines} />
      </div>
    </Note>
  );
  if (here.length <= FEW)
    return (
      <Page title={title} lead={lead} board={board} note={view.elder && here.length === FEW ? null : help}>
        {low ? <Elsewhere tiles={away} /> : null}
        <div className="tiles few">
          {here.map((tile) => (
            <ServiceTile key={tile.service} tile={tile} />
          ))}
        </div>
        {low ? null : <Elsewhere tiles={away} />}
      </Page>
    );
  return view.elder ? (
    <ByGroup title={title} lead={lead} board={board} here={here} help={help} />
  ) : (
    <Page title={title} lead={lead} board={board} wide note={help}>
      <Tiles tiles={view.tiles.filter((tile) => groupOf(tile.service) === 'card')} look="many" />
      <Tiles tiles={view.tiles.filter((tile) => groupOf(tile.service) !== 'card')} look="small" />
    </Page>
  );
}

function Tiles({ tiles, look }: { tiles: readonly TileOfView[]; look: 'many' | 'small' }) {
  if (tiles.length === 0) return null;
  return (
    <div className={`tiles ${look}`}>
      {tiles.map((tile) => (
        <ServiceTile key={tile.service} tile={tile} small={look === 'small'} />
      ))}
    </div>
  );
}

interface ByGroupProps {
  readonly title: string;
  readonly lead: string | undefined;
  readonly board: ReactNode;
  readonly here: readonly TileOfView[];
  /** Whom to call; shown where there is room above what is touched. */
  readonly help: ReactNode;
}

/** Elder mode: one group at a time, its name on a button that stays where it is. */
function ByGroup({ title, lead, board, here, help }: ByGroupProps) {
  const { home } = useWords();
  const { landscape, low } = useRoom();
  const groups = GROUPS.filter((group) => here.some((tile) => groupOf(tile.service) === group));
  const [wanted, setWanted] = useState<Group>('card');
  const group = groups.includes(wanted) ? wanted : groups[0];
  const tiles = here.filter((tile) => groupOf(tile.service) === group);
  const tabs = (
    <div className="home-groups">
      {groups.map((one) => (
        <Button
          key={one}
          className={one === group ? 'chosen' : ''}
          data={{ 'data-group': one }}
          onPress={() => setWanted(one)}
        >
          {home.groups[one]}
        </Button>
      ))}
    </div>
  );
  return (
    <Page title={title} lead={lead} board={board} note={landscape ? tabs : low ? help : null}>
      {landscape ? null : tabs}
      <GroupTiles key={group} tiles={tiles} perPage={low ? LOW_TILES : tiles.length} />
    </Page>
  );
}

function GroupTiles({ tiles, perPage }: { tiles: readonly TileOfView[]; perPage: number }) {
  const pages = usePages(tiles, perPage);
  return (
    <>
      <div className="tiles elder">
        {pages.items.map((tile) => (
          <ServiceTile key={tile.service} tile={tile} />
        ))}
      </div>
      <Pager pages={pages} />
    </>
  );
}

function ServiceTile({ tile, small = false }: { tile: TileOfView; small?: boolean }) {
  const { send } = useKiosk();
  const can = useCan();
  const { home } = useWords();
  const { elder } = useRoom();
  const { name, line } = home.services[tile.service];
  const known = tile.reason !== null ? home.reasons[tile.reason] : tile.notice && home.notices[tile.notice];
  const reason = known ?? tile.said ?? null;
  const lines = small ? [] : elder ? [line] : [line, home.minutes(tile.minutes, tile.free)];
  return (
    <Tile
      service={tile.service}
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
