import './code-keypad.css';
import { useEffect } from 'react';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../frame/kiosk-context.ts';

const KEYS = [...'1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-'] as const;
const ADDRESS_KEYS = [...'123456789.0/'] as const;

interface CodeKeypadProps {
  readonly text: string;
  readonly longest: number;
  readonly onChange: (text: string) => void;
  /** `address`: dotted numbers alone. */
  readonly keys: 'code' | 'address';
}

/** Capital letters, digits and what stands between them. Holds nothing itself. */
export function CodeKeypad({ text, longest, onChange, keys }: CodeKeypadProps) {
  const { keyboard } = useWords();
  const shown: readonly string[] = keys === 'code' ? KEYS : ADDRESS_KEYS;
  const add = (key: string) => onChange((text + key).slice(0, longest));
  const erase = () => onChange(text.slice(0, -1));
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (shown.includes(key.toUpperCase())) add(key.toUpperCase());
      if (key === 'Backspace') erase();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <div className={`code-keys ${keys}`}>
      {shown.map((key) => (
        <Button key={key} onPress={() => add(key)}>
          {key}
        </Button>
      ))}
      <Button className="word" onPress={() => onChange('')}>
        {keyboard.clear}
      </Button>
      <Button className="word" onPress={erase}>
        {keyboard.erase}
      </Button>
    </div>
  );
}
