'use client';
// Every session of this server, newest first, each with its archive once it has ended, and the way to its console.
import { useTranslations } from 'next-intl';
import { datesIn } from '../../i18n/dates';
import type { OrganiserSession } from '../../server/protocol/organiser';
import { useLocalText, usePageLocale } from '../ui/words';
import styles from './organiser.module.css';

export function SessionList({
  sessions,
  chosen,
  onChoose,
}: {
  readonly sessions: readonly OrganiserSession[];
  /** Join codes. */
  readonly chosen: readonly string[];
  readonly onChoose: (code: string, on: boolean) => void;
}) {
  const t = useTranslations('Organiser');
  const rollUp = useTranslations('RollUpPage');
  const local = useLocalText();
  const locale = usePageLocale();
  if (sessions.length === 0) return <p>{t('list.empty')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.sessions}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('list.workshop')}</th>
            <th scope="col">{t('list.code')}</th>
            <th scope="col">{t('list.date')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">{t('list.archive')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ code, title, createdAt, endedAt, rehearsal, timeZone, facilitatorUrl }) => (
            <tr key={code}>
              <td className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={rollUp('choose', { code })}
                  checked={chosen.includes(code)}
                  onChange={(event) => onChoose(code, event.target.checked)}
                />
              </td>
              <th scope="row">{local(title)}</th>
              <td className={styles.code}>{code}</td>
              <td>{datesIn(locale, timeZone).shortDay(createdAt)}</td>
              <td>
                {t(endedAt === undefined ? 'list.running' : 'list.ended')}
                {rehearsal && <em> · {t('list.rehearsal')}</em>}
              </td>
              <td>
                {endedAt === undefined ? (
                  <span className={styles.sealed}>{t('list.sealed')}</span>
                ) : (
                  <a href={`/api/sessions/${code}/archive`} download aria-label={t('list.archiveOf', { code })}>
                    {t('list.archive')}
                  </a>
                )}
              </td>
              <td>
                <a href={facilitatorUrl} aria-label={t('list.consoleOf', { code })}>
                  {t('list.console')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
