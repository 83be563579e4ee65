import './letter-keypad.css';
import { useWords } from '../frame/kiosk-context.ts';
import { Button } from './button.tsx';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const;

interface LetterKeypadProps {
  readonly letters: string;
  readonly length: number;
  readonly onChange: (letters: string) => void;
}

/** The alphabet in its own order, for people who do not know a keyboard. Holds nothing itself. */
export function LetterKeypad({ letters, length, onChange }: LetterKeypadProps) {
  const { keyboard } = useWords();
  return (
    <div className="letters">
      {LETTERS.map((letter) => (
        <Button key={letter} onPress={() => onChange((letters + letter.toLowerCase()).slice(0, length))}>
          {letter}
        </Button>
      ))}
      <Button className="word" onPress={() => onChange(letters.slice(0, -1))}>
        {keyboard.erase}
      </Button>
      <Button className="word" onPress={() => onChange('')}>
        {keyboard.clear}
      </Button>
    </div>
  );
}
