import { Button } from '../design/button.tsx';
import { BackIcon, HelpIcon, LanguageIcon, LeaveIcon, LetterSizeIcon } from '../illustrations/signs.tsx';
import { LANGUAGE_NAMES } from '../texts/catalogue.ts';
import { Act } from './act.tsx';
import { useKiosk, useWords } from './kiosk-context.ts';

/** The same five things in the same order on every screen, as far as the view allows them. */
export function Footer({ onHelp }: { onHelp: () => void }) {
  const { view } = useKiosk();
  const { frame } = useWords();
  const other = view.language === 'en' ? 'zh-CN' : 'en';
  return (
    <nav className="footer">
      <Act kind="bar" command={{ type: 'back' }}>
        <BackIcon />
        {frame.back}
      </Act>
      <Act kind="bar" command={{ type: 'set-elder', elder: !view.elder }}>
        <LetterSizeIcon />
        {view.elder ? frame.elderOff : frame.elderOn}
      </Act>
      <Act kind="bar" command={{ type: 'set-language', language: other }}>
        <LanguageIcon />
        <span lang={other}>{LANGUAGE_NAMES[other]}</span>
      </Act>
      <Button kind="bar" onPress={onHelp}>
        <HelpIcon />
        {frame.help}
      </Button>
      <Act kind="bar" command={{ type: 'cancel' }}>
        <LeaveIcon />
        {frame.leave}
      </Act>
    </nav>
  );
}
