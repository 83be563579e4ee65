import './choice-list.css';
import './option-list.css';
import { Button as AriaButton } from 'react-aria-components';
import { ForwardIcon, TickIcon } from '../illustrations/signs.tsx';
import { WholeWords } from './whole-words.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly more: readonly string[];
  /** In words: `10.00 元`, `不收钱`; null where nothing is said of money. */
  readonly fee: { readonly text: string; readonly free: boolean } | null;
  readonly chosen: boolean;
}

interface OptionListProps {
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
  readonly columns: 1 | 2 | 3 | 4 | 5;
  /** `roomy`: few, stand large. `short`: single words, no arrow. */
  readonly look: 'plain' | 'roomy' | 'short';
  /** Name of the attribute that carries the value. */
  readonly carries?: 'data-value' | 'data-topic' | 'data-region';
}

/** Large cards, each of which goes on at one touch. A heavier edge and a tick say which was chosen before. */
export function OptionList({ options, onChoose, columns, look, carries = 'data-value' }: OptionListProps) {
  return (
    <div className={`options columns-${columns} ${look}`}>
      {options.map((option) => (
        <AriaButton
          key={option.value}
          className={option.chosen ? 'choice option chosen' : 'choice option'}
          {...{ [carries]: option.value }}
          onPress={() => onChoose(option.value)}
        >
          <span className="option-words">
            <WholeWords text={option.label} />
            {option.more.map((line) => (
              <span className="choice-more" key={line}>
                <WholeWords text={line} />
              </span>
            ))}
          </span>
          {option.fee === null ? null : (
            <span className={option.fee.free ? 'option-fee free' : 'option-fee'}>{option.fee.text}</span>
          )}
          <span className="option-forward">{option.chosen ? <TickIcon /> : <ForwardIcon />}</span>
        </AriaButton>
      ))}
    </div>
  );
}
