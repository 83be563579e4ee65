import './electronic-card.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { WholeWords } from '../design/whole-words.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { ElectronicCardScene } from '../illustrations/service-scenes.tsx';

/** ECARD-1: how and where to get it; channels of the pack, with a code where there is an address. */
export function ElectronicCard({ view }: { view: ViewOf<'electronic-card'> }) {
  const { electronicCard } = useWords();
  const { elder, landscape } = useRoom();
  const pages = usePages(view.channels, landscape || elder ? 4 : 6, ({ url }) => (url === null ? 1 : 1.5));
  const spare = !landscape && view.channels.length < 4;
  return (
    <Page
      title={electronicCard.title}
      lead={electronicCard.lead}
      wide
      {...(spare ? { picture: <ElectronicCardScene label={electronicCard.picture} /> } : {})}
      note={landscape ? <Pager pages={pages} /> : null}
      actions={
        <Actions>
          {view.canScan ? <Act command={{ type: 'scan-code' }}>{electronicCard.scan}</Act> : null}
          <Act kind="primary" command={{ type: 'finish' }}>
            {electronicCard.finish}
          </Act>
        </Actions>
      }
    >
      <div className="channels">
        {pages.items.map((channel) => (
          <div className="channel" key={channel.name}>
            <div>
              <b>
                <WholeWords text={channel.name} />
              </b>
              <span>
                <WholeWords text={channel.note} />
              </span>
              {channel.hotline === null ? null : (
                <span>
                  {electronicCard.call} {channel.hotline}
                </span>
              )}
            </div>
            {channel.url === null ? null : (
              <QrCode text={channel.url} label={electronicCard.qrLabel(channel.name)} />
            )}
          </div>
        ))}
      </div>
      {landscape ? null : <Pager pages={pages} />}
    </Page>
  );
}
