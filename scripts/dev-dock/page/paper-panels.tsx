import type { Dock } from './dock-link.ts';
import { FaultPicker, Panel } from './parts.tsx';

type Papers = Dock['state']['documentPrinter'];

export function DocumentPrinterPanel({ catalogue, state, act }: Dock) {
  return (
    <PrinterPanel
      title="Document printer, A4"
      name="document-printer"
      printer={state.documentPrinter}
      faults={catalogue.documentPrinterFaults}
      act={act}
    />
  );
}

export function CardFacePrinterPanel({ catalogue, state, act }: Dock) {
  return (
    <PrinterPanel
      title="Card face printer"
      name="card-face-printer"
      printer={state.cardFacePrinter}
      faults={catalogue.cardFacePrinterFaults}
      act={act}
    />
  );
}

function PrinterPanel(props: {
  title: string;
  name: 'document-printer' | 'card-face-printer';
  printer: Papers;
  faults: readonly string[];
  act: Dock['act'];
}) {
  const { name, printer, act } = props;
  const [newest] = printer.papers;
  return (
    <Panel
      title={props.title}
      says={newest === undefined ? 'nothing printed' : `${newest.number + 1} printed`}
      lamp={printer.faults.length > 0 ? 'bad' : 'on'}
    >
      <FaultPicker
        label={`Fault of the ${name.replaceAll('-', ' ')}`}
        faults={props.faults}
        button="Break"
        onPick={(fault) => act(`${name}/fault`, { fault })}
        now={printer.faults}
        mend={{ says: 'Mend', onPress: () => act(`${name}/mend`) }}
      />
      {printer.held === 0 ? null : <p className="fine">{printer.held} waiting in its queue</p>}
      <ul className="papers">
        {printer.papers.map(({ number, title, pages }) => (
          <li key={number}>
            <a href={`/api/papers/${name}/${number}.pdf`} target="_blank" rel="noreferrer">
              {title}
            </a>
            <span className="fine">{pages === 1 ? '1 page' : `${pages} pages`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
