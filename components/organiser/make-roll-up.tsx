'use client';
// The chosen sessions get the names of their districts and are put side by side.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { PLACE_MAX_LENGTH } from '../../server/engine/limits';
import type { ListedRollUp, OrganiserSession } from '../../server/protocol/organiser';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
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
  async function submit(form: HTMLFormElement) {
    const fields = new FormData(form);
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
        <Form className={styles.places} onSubmit={submit}>
          <Input
            label={t('make.name')}
            name="title"
            required
            longest={PLACE_MAX_LENGTH}
            defaultValue={local(first.title)}
          />
          {chosen.map(({ code }) => (
            <Input key={code} label={t('make.place', { code })} name={code} required longest={PLACE_MAX_LENGTH} />
          ))}
          <Button type="submit" weight="primary" busy={busy}>
            {t('make.button')}
          </Button>
        </Form>
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
