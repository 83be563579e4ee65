import { useRoute } from './frame/route.ts';
import { useTexts } from './texts/language.ts';

function Nowhere() {
  const { nowhere } = useTexts().frame;
  return (
    <header className="page-head">
      <div>
        <h1>{nowhere.name}</h1>
        <p>{nowhere.question}</p>
      </div>
    </header>
  );
}

/** The page an address leads to. */
export function Pages() {
  const [page = 'overview'] = useRoute().path;
  switch (page) {
    default:
      return <Nowhere />;
  }
}
