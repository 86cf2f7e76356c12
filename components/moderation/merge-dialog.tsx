'use client';
// Several ideas become one priority under one heading; every original is kept.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { IdeaId, OwnText } from '../../server/engine/vocabulary';
import { Answers } from '../desk/answers';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import { HeadingFields } from '../desk/heading-fields';
import { useSeen } from '../desk/kept';
import { randomId } from '../live/random-id';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import hints from '../ui/hint.module.css';
import { OwnWords } from '../ui/own-words';
import styles from './merge-dialog.module.css';

export type IdeasDialogProps = {
  readonly view: FacilitatorView;
  readonly ideaIds: readonly IdeaId[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

export function MergeDialog({ view, ideaIds, onClose, onDone }: IdeasDialogProps) {
  const t = useTranslations('Console');
  const { busy } = useCommander();
  const seen = useSeen(ideaIds.map((id) => view.ideas[id]));
  const ideas = ideaIds.flatMap((id) => view.ideas[id] ?? []);
  const [heading, setHeading] = useState<OwnText>({ text: ideas[0]?.text ?? '', lang: ideas[0]?.lang ?? 'ky' });
  // Made once, so that a second click cannot make a second priority.
  const [priorityId] = useState(randomId);
  return (
    <Dialog
      title={t('merge.title', { count: ideaIds.length })}
      onClose={onClose}
      typed={!ideas.some(({ text }) => text === heading.text)}
    >
      <Form
        onSubmit={async () => {
          const done = t('merge.done', { count: ideaIds.length });
          if (await seen.press([{ type: 'ideas.merge', priorityId, ideaIds, heading }], done)) onDone();
        }}
      >
        <p className={hints.hint}>{t('merge.hint')}</p>
        <ul className={styles.choices}>
          {ideas.map((idea) => (
            <li key={`${idea.order}`}>
              <button type="button" onClick={() => setHeading({ text: idea.text, lang: idea.lang })}>
                <OwnWords words={idea} />
              </button>
            </li>
          ))}
        </ul>
        <HeadingFields heading={heading} label={t('merge.heading')} onChange={setHeading} />
        {seen.isOld && (
          <p role="alert" className={hints.hint}>
            {t('changed.ideas')}
          </p>
        )}
        <Answers onCancel={onClose}>
          <Button type="submit" weight="primary" busy={busy} disabled={heading.text.trim() === ''}>
            {t('selection.merge')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
