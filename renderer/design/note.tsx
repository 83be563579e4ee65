import './note.css';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'warn' | 'good' | 'bad';

/** A sentence set apart. The tone's colour only underlines what the words already say. */
export function Note({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`note ${tone}`} role={tone === 'plain' ? 'note' : 'status'}>
      {children}
    </div>
  );
}
