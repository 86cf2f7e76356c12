'use client';
// Themes × districts: where the votes of each district fell.
import { useTranslations } from 'next-intl';
import { hottest } from '../../../server/engine/roll-up/heat';
import type { RollUp } from '../../../server/engine/roll-up/roll-up';
import { useLocalText } from '../../ui/words';
import styles from './roll-up.module.css';
import { ShareCell } from './share-cell';

export function HeatTable({ rollUp }: { readonly rollUp: RollUp }) {
  const { themes, districts } = rollUp;
  const highest = hottest(rollUp).theme;
  const draft = useTranslations('Draft');
  const words = useTranslations('RollUp');
  const local = useLocalText();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{draft('theme')}</th>
            {districts.map(({ code, place, rehearsal, ended }) => (
              <th key={code} scope="col">
                {place}
                {rehearsal && <small>{words('rehearsalMark')}</small>}
                {!ended && <small>{words('stillRuns')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map(({ theme, votes }) => (
            <tr key={theme.id}>
              <th scope="row">
                <a href={`#${theme.id}`}>{local(theme.name)}</a>
              </th>
              {votes.map((own, at) => (
                <ShareCell key={districts[at]?.code} votes={own} of={districts[at]?.votes ?? 0} highest={highest} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
