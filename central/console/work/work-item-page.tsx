import { Button, Card, Descriptions } from 'antd';
import { useLoaded } from '../api/use-loaded.ts';
import { workReading } from '../api/work.ts';
import { WORK_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { Page, Shown } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { factWord } from '../texts/fact-word.ts';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';

/** One thing that is stuck: what is known of it, and what can be decided. */
export function WorkItemPage({ itemId }: { readonly itemId: string }) {
  const texts = useTexts();
  const { codes, records, work, words } = texts;
  const loaded = useLoaded((reader) => workReading(reader).item(itemId), `work ${itemId}`, 'work');
  const item = loaded.value?.item;
  return (
    <Page
      name="work"
      of={item === undefined ? work.title : work.kinds[item.kind]}
      acts={
        item?.reference == null ? null : (
          <Button href={addressOf(['transactions'], { reference: item.reference })}>
            {work.transaction}
          </Button>
        )
      }
    >
      <Shown loaded={loaded}>
        {(value) => (
          <div className="columns">
            <div className="stack">
              <Card title={work.facts}>
                <Descriptions
                  size="small"
                  column={1}
                  items={[
                    {
                      key: 'state',
                      label: words.state,
                      children: (
                        <StateMark level={WORK_LEVELS[value.item.state]}>
                          {work.states[value.item.state]}
                        </StateMark>
                      ),
                    },
                    {
                      key: 'kiosk',
                      label: words.kiosk,
                      children:
                        value.item.kioskId === null ? (
                          words.none
                        ) : (
                          <a href={addressOf(['kiosks', value.item.kioskId])}>
                            {value.item.kioskName ?? value.item.kioskId}
                          </a>
                        ),
                    },
                    {
                      key: 'reference',
                      label: words.reference,
                      children: value.item.reference ?? words.none,
                    },
                    {
                      key: 'code',
                      label: work.code,
                      children: wordFor(codes.states, wordFor(codes.why, value.item.code)),
                    },
                    { key: 'since', label: words.since, children: momentText(value.item.since) },
                    ...Object.entries(value.item.facts)
                      .filter(([name]) => name !== 'ownKey')
                      .map(([name, fact]) => ({
                        key: `fact ${name}`,
                        label: wordFor(records.facts, name),
                        children: factWord(name, fact, texts),
                      })),
                  ]}
                />
              </Card>
              <DecisionList decisions={value.decisions} again={loaded.again} />
            </div>
            <DecisionForm answer={value} again={loaded.again} />
          </div>
        )}
      </Shown>
    </Page>
  );
}
