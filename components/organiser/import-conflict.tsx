'use client';
// Two logs of which one can stand: both side by side, and the way to have the one that is here set aside.
import { useTranslations } from 'next-intl';
import { inFours } from '../../server/protocol/in-fours';
import type { ImportAnswer, ImportSide } from '../../server/protocol/organiser';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import styles from './organiser.module.css';

type Conflicting = Extract<ImportAnswer, { readonly sessionCode: string }>;

export function Conflict({ conflict, onReplace }: { readonly conflict: Conflicting; readonly onReplace: () => void }) {
  const t = useTranslations('Import');
  const { here, file, replaceable } = conflict;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.sessions}>
          <thead>
            <tr>
              <td />
              {here.map(({ closingHash }) => (
                <th key={closingHash} scope="col">
                  {t('here')}
                </th>
              ))}
              <th scope="col">{t('file')}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={t('records')} sides={[...here, file]} show={({ facts }) => facts} />
            <EndRow sides={[...here, file]} />
            <Row name={t('hash')} sides={[...here, file]} show={({ closingHash }) => inFours(closingHash)} />
            <Row
              name={t('key')}
              sides={[...here, file]}
              show={({ signedBy }) => (signedBy.length === 0 ? t('unsigned') : signedBy.map(inFours).join('; '))}
            />
          </tbody>
        </table>
      </div>
      <p>{t(replaceable ? 'compare' : 'own')}</p>
      {replaceable && (
        <Button weight="danger" onClick={onReplace}>
          {t('replace')}
        </Button>
      )}
    </>
  );
}

function EndRow({ sides }: { readonly sides: readonly ImportSide[] }) {
  const t = useTranslations('Import');
  const { moment } = useDates();
  return (
    <Row name={t('ended')} sides={sides} show={({ endedAt }) => (endedAt === undefined ? '–' : moment(endedAt))} />
  );
}

function Row({
  name,
  sides,
  show,
}: {
  readonly name: string;
  readonly sides: readonly ImportSide[];
  readonly show: (side: ImportSide) => string | number;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {sides.map((side, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sides may say the same
        <td key={at}>{show(side)}</td>
      ))}
    </tr>
  );
}
