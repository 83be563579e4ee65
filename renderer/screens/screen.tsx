import type { View } from '../../src/contracts/view.ts';
import { unreachable } from '../../src/result.ts';
import { Maintenance } from '../maintenance/maintenance.tsx';
import { BalanceSms, Pin, PresentSocialCard } from './activate.tsx';
import { Address } from './address.tsx';
import { CheckAnswers, Details } from './answers.tsx';
import { Applications } from './applications.tsx';
import { CardView } from './card-view.tsx';
import { CollectionPlace, Occupation } from './choices.tsx';
import { Choose } from './choose.tsx';
import { ContactData } from './contact-data.tsx';
import { ElectronicCard } from './electronic-card.tsx';
import { Ended, TakeCards, Working } from './ends.tsx';
import { Face } from './face.tsx';
import { FaceAgain, FaceConsent, WithoutFace } from './face-consent.tsx';
import { Help } from './help.tsx';
import { CounterTopic, HelpTopic } from './help-topic.tsx';
import { Home } from './home.tsx';
import { PresentIdCard, WhoYouAre } from './identity.tsx';
import { MakingCard, TakeCard } from './making-card.tsx';
import { Mobile, SmsCode } from './mobile.tsx';
import { Notice } from './notice.tsx';
import { OutOfService } from './out-of-service.tsx';
import { Outlets } from './outlets.tsx';
import { Pay } from './pay.tsx';
import { Photo, PhotoApprove, PhotoCamera } from './photo.tsx';
import { Receipt } from './receipt.tsx';
import { ReceiptCheck } from './receipt-check.tsx';
import { Records } from './records.tsx';
import { Refusal } from './refusal.tsx';
import { ScanCode } from './scan-code.tsx';
import { Trouble } from './trouble.tsx';
import { Welcome } from './welcome.tsx';

/** Draws a view: one small component for each screen of the contract. */
export function Screen({ view }: { view: View }) {
  switch (view.screen) {
    case 'out-of-service':
      return <OutOfService view={view} />;
    case 'maintenance':
      return <Maintenance view={view} />;
    case 'welcome':
      return <Welcome view={view} />;
    case 'home':
      return <Home view={view} />;
    case 'present-id-card':
      return <PresentIdCard view={view} />;
    case 'who-you-are':
      return <WhoYouAre view={view} />;
    case 'face-consent':
      return <FaceConsent view={view} />;
    case 'face':
      return <Face view={view} />;
    case 'face-again':
      return <FaceAgain view={view} />;
    case 'without-face':
      return <WithoutFace view={view} />;
    case 'details':
      return <Details view={view} />;
    case 'mobile':
      return <Mobile view={view} />;
    case 'sms-code':
      return <SmsCode view={view} />;
    case 'occupation':
      return <Occupation view={view} />;
    case 'address':
      return <Address view={view} />;
    case 'collection-place':
      return <CollectionPlace view={view} />;
    case 'photo':
      return <Photo view={view} />;
    case 'photo-camera':
      return <PhotoCamera view={view} />;
    case 'photo-approve':
      return <PhotoApprove view={view} />;
    case 'present-social-card':
      return <PresentSocialCard view={view} />;
    case 'pin':
      return <Pin view={view} />;
    case 'balance-sms':
      return <BalanceSms view={view} />;
    case 'choose':
      return <Choose view={view} />;
    case 'notice':
      return <Notice view={view} />;
    case 'pay':
      return <Pay view={view} />;
    case 'making-card':
      return <MakingCard view={view} />;
    case 'take-card':
      return <TakeCard view={view} />;
    case 'card-view':
      return <CardView view={view} />;
    case 'scan-code':
      return <ScanCode view={view} />;
    case 'records':
      return <Records view={view} />;
    case 'applications':
      return <Applications view={view} />;
    case 'receipt-check':
      return <ReceiptCheck view={view} />;
    case 'contact-data':
      return <ContactData view={view} />;
    case 'electronic-card':
      return <ElectronicCard view={view} />;
    case 'outlets':
      return <Outlets view={view} />;
    case 'help':
      return <Help view={view} />;
    case 'help-topic':
      return <HelpTopic view={view} />;
    case 'counter-topic':
      return <CounterTopic view={view} />;
    case 'check-answers':
      return <CheckAnswers view={view} />;
    case 'working':
      return <Working view={view} />;
    case 'receipt':
      return <Receipt view={view} />;
    case 'refusal':
      return <Refusal view={view} />;
    case 'trouble':
      return <Trouble view={view} />;
    case 'take-cards':
      return <TakeCards view={view} />;
    case 'ended':
      return <Ended view={view} />;
    default:
      return unreachable(view);
  }
}
