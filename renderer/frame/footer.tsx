import { Button } from '../design/button.tsx';
import {
  BackIcon,
  HelpIcon,
  HigherIcon,
  LanguageIcon,
  LeaveIcon,
  LetterSizeIcon,
  LowerIcon,
} from '../illustrations/signs.tsx';
import { LANGUAGE_NAMES } from '../texts/catalogue.ts';
import { Act } from './act.tsx';
import { useKiosk, useWords } from './kiosk-context.ts';

/** The same things in the same order on every screen, as far as the view allows them. A lying screen is low enough. */
export function Footer({ onHelp }: { onHelp: () => void }) {
  const { view, landscape } = useKiosk();
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
      {landscape ? null : (
        <Act
          kind="bar"
          label={view.lowReach ? frame.lowReachOffSpoken : frame.lowReachOnSpoken}
          command={{ type: 'set-low-reach', lowReach: !view.lowReach }}
        >
          {view.lowReach ? <HigherIcon /> : <LowerIcon />}
          {view.lowReach ? frame.lowReachOff : frame.lowReachOn}
        </Act>
      )}
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
