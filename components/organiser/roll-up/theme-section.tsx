'use client';
// One theme: what may be one, what is common, what is particular; and a way to say by hand that things are one.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Member, memberKey } from '../../../server/engine/roll-up/design';
import { hottest } from '../../../server/engine/roll-up/heat';
import type { RollUp, RollUpTheme } from '../../../server/engine/roll-up/roll-up';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import { CommonTable } from './common-table';
import type { Decide } from './decide';
import { MatchBar } from './match-bar';
import { ReadsSince } from './reads-since';
import styles from './roll-up.module.css';
import { ShareCell } from './share-cell';
import { Suggestions } from './suggestions';

export function ThemeSection({
  rollUp,
  theme: { theme, common, particular, suggestions },
  decide,
}: {
  readonly rollUp: RollUp;
  readonly theme: RollUpTheme;
  readonly decide: Decide;
}) {
  const t = useTranslations('RollUpPage');
  const words = useTranslations('RollUp');
  const local = useLocalText();
  const highest = hottest(rollUp).priority;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [wording, setWording] = useState<string>();
  const rows = particular.flatMap(({ cells }) =>
    cells.flatMap((cell, at) => {
      const { place = '', votes = 0 } = rollUp.districts[at] ?? {};
      return cell === null ? [] : [{ place, of: votes, cell }];
    }),
  );
  const chosen = rows.filter(({ cell }) => picked.includes(memberKey(cell)));
  const toggle = (member: Member, on: boolean) =>
    setPicked((before) => [...before.filter((key) => key !== memberKey(member)), ...(on ? [memberKey(member)] : [])]);
  return (
    <section id={theme.id} className={styles.theme}>
      <h2>{local(theme.name)}</h2>
      <Suggestions rollUp={rollUp} suggestions={suggestions} common={common} decide={decide} />
      <h3>{words('common')}</h3>
      {common.length === 0 ? (
        <p className={styles.hint}>{words('noneCommon')}</p>
      ) : (
        <>
          <p className={styles.hint}>{words('commonHow')}</p>
          <CommonTable rollUp={rollUp} rows={common} decide={decide} />
        </>
      )}
      {rows.length > 0 && (
        <>
          <h3>{words('particular')}</h3>
          <p className={styles.hint}>{t('tickTwo')}</p>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <tbody>
                {rows.map(({ place, of, cell }) => (
                  <tr key={memberKey(cell)}>
                    <td className={styles.tick}>
                      <input
                        type="checkbox"
                        aria-label={t('tick', { place, text: cell.heading.text })}
                        checked={picked.includes(memberKey(cell))}
                        onChange={(event) => toggle(cell, event.target.checked)}
                      />
                    </td>
                    <td>{place}</td>
                    <th scope="row">
                      <OwnWords words={cell.heading} />
                      <ReadsSince cell={cell} timeZone={rollUp.timeZone} />
                    </th>
                    <ShareCell votes={cell.votes} withheld={cell.votes === undefined} of={of} highest={highest}>
                      {cell.isGoal && '*'}
                    </ShareCell>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {chosen.length > 1 && (
            <MatchBar
              members={chosen.map(({ cell }) => cell)}
              typed={wording}
              onType={setWording}
              decide={decide}
              onDone={() => {
                setPicked([]);
                setWording(undefined);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
