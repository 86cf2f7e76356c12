'use client';
// The chosen sessions get the names of their districts and are put side by side.
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { PLACE_MAX_LENGTH } from '../../server/engine/limits';
import type { ListedRollUp, OrganiserSession } from '../../server/protocol/organiser';
import { Button } from '../ui/button';
import { useLocalText } from '../ui/words';
import { listRollUps, makeRollUp } from './api';
import styles from './organiser.module.css';

export function MakeRollUp({ chosen }: { readonly chosen: readonly OrganiserSession[] }) {
  const t = useTranslations('RollUpPage');
  const local = useLocalText();
  const [known, setKnown] = useState<readonly ListedRollUp[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void listRollUps().then(setKnown);
  }, []);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const districts = chosen.map(({ code }) => ({ code, place: String(fields.get(code)).trim() }));
    setBusy(true);
    const made = await makeRollUp(String(fields.get('title')).trim(), districts);
    setBusy(false);
    if (typeof made === 'object' && made.ok) location.assign(`/organiser/roll-up/${made.id}`);
    else setFailed(true);
  }
  const [first] = chosen;
  return (
    <section className={styles.card}>
      <h2>{t('make.title')}</h2>
      <p>{t('make.hint')}</p>
      {first !== undefined && (
        <form className={styles.places} onSubmit={submit}>
          <label>
            {t('make.name')}
            <input name="title" required maxLength={PLACE_MAX_LENGTH} defaultValue={local(first.title)} />
          </label>
          {chosen.map(({ code }) => (
            <label key={code}>
              {t('make.place', { code })}
              <input name={code} required maxLength={PLACE_MAX_LENGTH} />
            </label>
          ))}
          <Button type="submit" weight="primary" busy={busy}>
            {t('make.button')}
          </Button>
        </form>
      )}
      <p role="alert">{failed && t('refused.other')}</p>
      {known.length > 0 && (
        <>
          <h3>{t('list')}</h3>
          <ul>
            {known.map(({ id, title, districts }) => (
              <li key={id}>
                <a href={`/organiser/roll-up/${id}`}>{title}</a>: {districts.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
