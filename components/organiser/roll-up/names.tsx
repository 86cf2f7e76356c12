'use client';
// The title and the names of the districts, changed by hand.
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { PLACE_MAX_LENGTH } from '../../../server/engine/limits';
import type { RollUp } from '../../../server/engine/roll-up/roll-up';
import { Button } from '../../ui/button';
import styles from '../organiser.module.css';
import type { Decide } from './roll-up-page';

export function Names({ rollUp, decide }: { readonly rollUp: RollUp; readonly decide: Decide }) {
  const t = useTranslations('RollUpPage');
  const save = (how: (text: string) => Parameters<Decide>[0]) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void decide(how(String(new FormData(event.currentTarget).get('name'))));
  };
  return (
    <details className={styles.card}>
      <summary>{t('places')}</summary>
      <NameForm
        label={t('make.name')}
        value={rollUp.title}
        onSubmit={save((title) => ({ type: 'rename', title }))}
        button={t('save')}
      />
      {rollUp.districts.map(({ code, place }) => (
        <NameForm
          key={code}
          label={t('make.place', { code })}
          value={place}
          onSubmit={save((name) => ({ type: 'place', code, place: name }))}
          button={t('save')}
        />
      ))}
    </details>
  );
}

function NameForm({
  label,
  value,
  button,
  onSubmit,
}: {
  readonly label: string;
  readonly value: string;
  readonly button: string;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}) {
  return (
    <form className={styles.places} onSubmit={onSubmit}>
      <label>
        {label}
        <input name="name" required maxLength={PLACE_MAX_LENGTH} defaultValue={value} key={value} />
      </label>
      <Button type="submit">{button}</Button>
    </form>
  );
}
