'use client';
// Chosen priorities become one under a common wording.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import type { Member } from '../../../server/engine/roll-up/design';
import type { OwnText } from '../../../server/engine/vocabulary';
import { randomId } from '../../live/random-id';
import { Button } from '../../ui/button';
import { Form, Input } from '../../ui/form';
import type { Decide } from './decide';
import styles from './roll-up.module.css';

export function MatchBar({
  members,
  typed,
  onType,
  decide,
  onDone,
}: {
  readonly members: readonly (Member & { readonly heading: OwnText })[];
  /** Half typed: it outlives another tick, and what others decide. */
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly decide: Decide;
  readonly onDone: () => void;
}) {
  const t = useTranslations('RollUpPage');
  const first = members[0]?.heading ?? { text: '', lang: 'ky' };
  const text = typed ?? first.text;
  // Made once, so that a second click cannot make a second match.
  const [matchId] = useState(randomId);
  return (
    <Form
      className={styles.bar}
      onSubmit={async () => {
        const heading = { text, lang: first.lang };
        const named = members.map(({ code, priorityId }) => ({ code, priorityId }));
        if (await decide({ type: 'match', matchId, heading, members: named })) onDone();
      }}
    >
      <strong>{t('selected', { count: members.length })}</strong>
      <Input
        label={t('wording')}
        required
        longest={LINE_MAX_LENGTH}
        dir="auto"
        lang={first.lang}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
      <Button type="submit" weight="primary">
        {t('one')}
      </Button>
    </Form>
  );
}
