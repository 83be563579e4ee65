import { Alert, Card, Table } from 'antd';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useMay } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { AddRoot } from './add-root.tsx';

/** Which offices may sign what, and until when. */
export function TrustPage() {
  const { trust } = useTexts();
  const may = useMay('administrator');
  const loaded = useLoaded((reader) => releaseReading(reader).trust(), 'trust', 'releases');
  return (
    <Page name="trust" acts={may ? <AddRoot again={loaded.again} /> : null}>
      <Shown loaded={loaded}>
        {({ root }) =>
          root === null ? (
            <Alert type="warning" showIcon title={trust.none} />
          ) : (
            <Card
              title={trust.version(root.version)}
              extra={`${trust.issued} ${momentText(root.issuedAt)} · ${trust.expires} ${momentText(root.expiresAt)}`}
            >
              {root.over ? <Alert type="error" showIcon className="trouble-line" title={trust.over} /> : null}
              <Table
                size="small"
                rowKey="role"
                pagination={false}
                dataSource={root.roles}
                columns={[
                  { title: trust.role, key: 'role', render: (_, { role }) => trust.roles[role] },
                  {
                    title: trust.offices,
                    key: 'offices',
                    render: (_, { keys }) =>
                      keys.map(({ kid, office }) => (
                        <div key={kid}>
                          {office} <span className="quiet code-text">{kid.slice(0, 8)}</span>
                        </div>
                      )),
                  },
                  {
                    title: '',
                    key: 'threshold',
                    render: (_, { threshold, keys }) => trust.threshold(threshold, keys.length),
                  },
                ]}
              />
            </Card>
          )
        }
      </Shown>
    </Page>
  );
}
