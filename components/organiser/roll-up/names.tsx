'use client';
// The title and the names of the districts, changed by hand.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PLACE_MAX_LENGTH } from '../../../server/engine/limits';
import type { RollUp } from '../../../server/engine/roll-up/roll-up';
import { Button } from '../../ui/button';
import { Form, Input } from '../../ui/form';
import styles from '../organiser.module.css';
import type { Decide } from './decide';

export function Names({ rollUp, decide }: { readonly rollUp: RollUp; readonly decide: Decide }) {
  const t = useTranslations('RollUpPage');
  const save = (how: (text: string) => Parameters<Decide>[0]) => (text: string) => decide(how(text));
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
  /** True when it was taken. */
  readonly onSubmit: (text: string) => Promise<boolean>;
}) {
  // What is typed stays until it has been taken, whatever somebody else decides meanwhile.
  const [typed, setTyped] = useState<string>();
  return (
    <Form
      className={styles.places}
      onSubmit={async () => {
        if (await onSubmit(typed ?? value)) setTyped(undefined);
      }}
    >
      <Input
        label={label}
        required
        longest={PLACE_MAX_LENGTH}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{button}</Button>
    </Form>
  );
}
