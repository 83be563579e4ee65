import { Note } from './note.tsx';

interface PrintedPaperProps {
  readonly paper: 'not-possible' | 'offered' | 'printing' | 'printed' | 'failed';
  readonly words: Readonly<Record<PrintedPaperProps['paper'], string | null>>;
}

/** What became of a page somebody asked for; nothing while nobody asked. */
export function PrintedPaper({ paper, words }: PrintedPaperProps) {
  const said = words[paper];
  if (said === null) return null;
  return <Note tone={paper === 'failed' ? 'warn' : 'plain'}>{said}</Note>;
}
