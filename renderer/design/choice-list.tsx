import './choice-list.css';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { TickIcon } from '../illustrations/signs.tsx';
import { WholeWords } from './whole-words.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly more?: readonly string[];
}

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  readonly columns?: 1 | 2 | 3;
}

/** Large cards of which one is chosen; a tick and a heavier edge say which, not colour alone. */
export function ChoiceList({ label, choices, chosen, onChoose, columns = 1 }: ChoiceListProps) {
  return (
    <RadioGroup className={`choices columns-${columns}`} value={chosen} onChange={onChoose}>
      <Label className="visually-hidden">{label}</Label>
      {choices.map((choice) => (
        <Radio className="choice" key={choice.value} value={choice.value}>
          <span className="choice-dot">
            <TickIcon />
          </span>
          <span>
            <WholeWords text={choice.label} />
            {(choice.more ?? []).map((line) => (
              <span className="choice-more" key={line}>
                {line}
              </span>
            ))}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
