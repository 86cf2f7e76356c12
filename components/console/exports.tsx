'use client';
// Everything that leaves the system, at any moment; and a new session of the same workshop.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LOCALE_NAMES } from '../../i18n/locale';
import { isAsk } from '../../server/engine/activities/ask/is-ask';
import type { FacilitatorView } from '../../server/engine/views';
import { LOCALES, type Locale } from '../../server/engine/vocabulary';
import { DOCUMENT_NAMES, TABLE_NAMES, type TableName } from '../../server/protocol/downloads';
import { inFours } from '../../server/protocol/in-fours';
import { useCommander } from '../desk/commander';
import { useSeal } from '../live/use-seal';
import { Button } from '../ui/button';
import { CannotNow } from '../ui/cannot-now';
import { usePageLocale } from '../ui/words';
import { Download } from './download';
import styles from './exports.module.css';

type NewSession = { readonly code: string; readonly screenUrl: string; readonly facilitatorUrl: string };

/** Some tables are of what not every workshop has. */
function hasRows(table: TableName, { earlier, agenda }: FacilitatorView): boolean {
  if (table === 'earlier') return earlier !== undefined;
  return table !== 'answers' || agenda.some(isAsk);
}

export function Exports({ view, code }: { readonly view: FacilitatorView; readonly code: string }) {
  const t = useTranslations('Console');
  const [lang, setLang] = useState<Locale>(usePageLocale());
  const [csvFor, setCsvFor] = useState<'excel' | 'plain'>('excel');
  const dialect = csvFor === 'excel' ? '&for=excel' : '';
  const base = `/api/sessions/${encodeURIComponent(code)}`;
  return (
    <div className={styles.exports}>
      {view.session.phase !== 'ended' && <p className={styles.hint}>{t('exports.running')}</p>}
      <section>
        <h3>{t('exports.draft')}</h3>
        <label className={styles.exportLanguage}>
          {t('exports.language')}{' '}
          <select value={lang} onChange={(event) => setLang(event.target.value as Locale)}>
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LOCALE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <ul>
          {DOCUMENT_NAMES.map((ending) => (
            <li key={ending}>
              <Download href={`${base}/exports/draft.${ending}?lang=${lang}`}>{t(`exports.${ending}`)}</Download>
              <p className={styles.hint}>{t(`exports.${ending}Hint`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('exports.tables')}</h3>
        <p className={styles.hint}>{t('exports.tablesHint')}</p>
        <label className={styles.exportLanguage}>
          {t('exports.csvFor')}{' '}
          <select value={csvFor} onChange={(event) => setCsvFor(event.target.value as 'excel' | 'plain')}>
            <option value="excel">{t('exports.csvExcel')}</option>
            <option value="plain">{t('exports.csvPlain')}</option>
          </select>
        </label>
        <ul>
          <li>
            <Download href={`${base}/exports/tables.zip?lang=${lang}${dialect}`}>
              {t('exports.allTables')} (ZIP)
            </Download>
          </li>
          {TABLE_NAMES.filter((table) => hasRows(table, view)).map((table) => (
            <li key={table}>
              <Download href={`${base}/exports/${table}.csv?lang=${lang}${dialect}`}>
                {t(`exports.${table}`)} (CSV)
              </Download>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('exports.archive')}</h3>
        <p className={styles.hint}>{t('exports.archiveHint')}</p>
        <SealLines view={view} code={code} />
      </section>
      <Again code={code} rehearsal={view.session.rehearsal} />
    </div>
  );
}

/** To be written down or read out: what an archive of this session is compared with. */
function SealLines({ view, code }: { readonly view: FacilitatorView; readonly code: string }) {
  const t = useTranslations('Seal');
  const seal = useSeal(code, view.session.phase);
  if (seal === undefined) return null;
  const { key, closingHash } = seal;
  return (
    <dl className={styles.seal}>
      {key !== undefined && (
        <div>
          <dt>{t('key')}</dt>
          <dd>{inFours(key)}</dd>
        </div>
      )}
      {closingHash !== undefined && (
        <div>
          <dt>{t('hash')}</dt>
          <dd>{inFours(closingHash)}</dd>
        </div>
      )}
    </dl>
  );
}

function Again({ code, rehearsal: isRehearsal }: { readonly code: string; readonly rehearsal: boolean }) {
  const t = useTranslations('Console');
  const { say } = useCommander();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<NewSession>();
  const [goOn, setGoOn] = useState(false);

  async function make(rehearsal: boolean) {
    setBusy(true);
    try {
      const response = await fetch('/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify({ from: code, rehearsal, goOn }),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      setMade((await response.json()) as NewSession);
    } catch {
      say({ kind: 'refused', text: t('again.failed') });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section>
      <h3>{t('again.title')}</h3>
      <p className={styles.hint}>{t('again.hint')}</p>
      <label className={styles.goOn}>
        <input type="checkbox" checked={goOn} onChange={(event) => setGoOn(event.target.checked)} />
        {t('again.goOn')}
      </label>
      <div className={styles.row}>
        <Button busy={busy} disabled={goOn && isRehearsal} onClick={() => void make(false)}>
          {t('again.real')}
        </Button>
        <Button busy={busy} onClick={() => void make(true)}>
          {t('again.rehearsal')}
        </Button>
      </div>
      {goOn && isRehearsal && <CannotNow>{t('again.rehearsalOnly')}</CannotNow>}
      {made !== undefined && (
        <p role="status">
          {t('again.made', { code: made.code })} <a href={made.facilitatorUrl}>{t('again.console')}</a>{' '}
          <a href={made.screenUrl} target="_blank" rel="noreferrer">
            {t('head.wall')}
          </a>
        </p>
      )}
    </section>
  );
}
