import './digit-keypad.css';
import { useEffect } from 'react';
import { useWords } from '../frame/kiosk-context.ts';
import { Button } from './button.tsx';

interface DigitKeypadProps {
  readonly digits: string;
  readonly length: number;
  readonly onChange: (digits: string) => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Ten digits, erase and clear on the screen; a real keypad does the same (architecture: everything without seeing). */
export function DigitKeypad({ digits, length, onChange }: DigitKeypadProps) {
  const { keyboard } = useWords();
  const add = (digit: string) => onChange((digits + digit).slice(0, length));
  const erase = () => onChange(digits.slice(0, -1));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) add(event.key);
      if (event.key === 'Backspace') erase();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <div className="keypad">
      {DIGITS.map((digit) => (
        <Button key={digit} onPress={() => add(digit)}>
          {digit}
        </Button>
      ))}
      <Button className="word" onPress={() => onChange('')}>
        {keyboard.clear}
      </Button>
      <Button onPress={() => add('0')}>0</Button>
      <Button className="word" onPress={erase}>
        {keyboard.erase}
      </Button>
    </div>
  );
}
