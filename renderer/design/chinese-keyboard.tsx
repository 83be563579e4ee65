import './chinese-keyboard.css';
import { useState } from 'react';
import { Group } from 'react-aria-components';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { Button } from './button.tsx';
import { candidatesFor, LETTER_ROWS } from './pinyin.ts';

/** Characters that end the parts of an address, one touch each. */
const ADDRESS_WORDS = ['省', '市', '县', '区', '镇', '乡', '村', '路', '街', '号', '栋', '室'] as const;
const DIGIT_ROWS = [
  ['1', '2', '3', '4', '5'],
  ['6', '7', '8', '9', '0'],
] as const;

interface ChineseKeyboardProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly maxLength: number;
}

/** Pinyin letters below, characters above them, and the words of an address beside. Holds nothing itself (INV-6). */
export function ChineseKeyboard({ typed, onTyped, text, onText, maxLength }: ChineseKeyboardProps) {
  const { keyboard } = useWords();
  const { elder } = useRoom();
  const [digits, setDigits] = useState(false);
  const [from, setFrom] = useState(0);
  const found = candidatesFor(typed);
  const perPage = elder ? 5 : 8;
  const shown = found.characters.slice(from, from + perPage);

  const put = (characters: string) => onText((text + characters).slice(0, maxLength));
  const letter = (key: string) => {
    onTyped((typed + key).slice(0, 24));
    setFrom(0);
  };
  const choose = (character: string) => {
    put(character);
    onTyped(typed.slice(found.letters));
    setFrom(0);
  };
  const erase = () => {
    if (typed === '') onText(text.slice(0, -1));
    else onTyped(typed.slice(0, -1));
    setFrom(0);
  };
  const clear = () => {
    onText('');
    onTyped('');
    setFrom(0);
  };
  const keys = (row: readonly string[], press: (key: string) => void, look = '') =>
    row.map((key) => (
      <Button key={key} className={look} onPress={() => press(key)}>
        {key}
      </Button>
    ));
  const half = elder ? [ADDRESS_WORDS.slice(0, 6), ADDRESS_WORDS.slice(6)] : [ADDRESS_WORDS];

  return (
    <div className="board">
      {typed === '' ? (
        half.map((words) => (
          <div className="board-row" key={words[0]}>
            {keys(words, put, 'suffix')}
          </div>
        ))
      ) : (
        <Group className="board-row board-candidates" aria-label={keyboard.candidates}>
          {from > 0 ? (
            <Button className="word" onPress={() => setFrom(Math.max(0, from - perPage))}>
              {keyboard.previous}
            </Button>
          ) : null}
          {keys(shown, choose)}
          {from + perPage < found.characters.length ? (
            <Button className="word" onPress={() => setFrom(from + perPage)}>
              {keyboard.more}
            </Button>
          ) : null}
          {shown.length === 0 ? <p>{keyboard.nothingFound}</p> : null}
        </Group>
      )}
      {digits
        ? DIGIT_ROWS.map((row) => (
            <div className="board-row" key={row[0]}>
              {keys(row, put)}
            </div>
          ))
        : LETTER_ROWS.map((row, at) => (
            <div className={at === 1 && !elder ? 'board-row indent' : 'board-row'} key={row[0]}>
              {keys(row, letter)}
            </div>
          ))}
      <div className="board-row">
        <Button className="word" onPress={() => setDigits(!digits)}>
          {digits ? keyboard.letters : keyboard.digits}
        </Button>
        <Button className="word" onPress={clear}>
          {keyboard.clear}
        </Button>
        <Button className="word" onPress={erase}>
          {keyboard.erase}
        </Button>
      </div>
    </div>
  );
}
