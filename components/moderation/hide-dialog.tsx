'use client';
// Hiding the last idea behind an option takes it out of its vote, which touches everybody's ballot: asked once, with what it means.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OptionView } from '../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../server/engine/views';
import type { IdeaId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { ConfirmDialog } from '../desk/confirm-dialog';
import { useSeen } from '../desk/kept';
import { OwnWords } from '../ui/own-words';
import styles from './hide-dialog.module.css';
import type { IdeasDialogProps } from './merge-dialog';
import { strikesOfHiding } from './strikes-of-hiding';

/** Hides at once what no vote asks about; `dialog` stands on the page while something is to be asked. */
export function useHiding(view: FacilitatorView, onDone: () => void = () => {}) {
  const { run } = useCommander();
  const [asked, setAsked] = useState<readonly IdeaId[]>();
  const press = async (ideaIds: readonly IdeaId[]) => {
    if (strikesOfHiding(view, ideaIds).length > 0) setAsked(ideaIds);
    else if (await run(hiding(ideaIds))) onDone();
  };
  const close = () => setAsked(undefined);
  const dialog = asked !== undefined && (
    <HideDialog
      view={view}
      ideaIds={asked}
      onClose={close}
      onDone={() => {
        close();
        onDone();
      }}
    />
  );
  return { press, dialog };
}

function HideDialog({ view, ideaIds, onClose, onDone }: IdeasDialogProps) {
  const t = useTranslations('Console');
  // As it was when it was asked: what another desk does meanwhile is refused by the server, and said here.
  const [struck] = useState(() => strikesOfHiding(view, ideaIds));
  const seen = useSeen(ideaIds.map((id) => view.ideas[id]));
  const hide = async () => {
    if (await seen.press(hiding(ideaIds), t('hiding.done', { count: struck.length }))) onDone();
  };
  return (
    <ConfirmDialog title={t('hiding.title')} confirm={t('hiding.confirm')} onConfirm={hide} onClose={onClose}>
      <p>{t('hiding.behind', { count: struck.length })}</p>
      <ul className={styles.struck}>
        {struck.map((option: OptionView) => (
          <li key={option.id}>
            <OwnWords words={option.heading} />
          </li>
        ))}
      </ul>
      <p>{t('hiding.text')}</p>
    </ConfirmDialog>
  );
}

function hiding(ideaIds: readonly IdeaId[]) {
  return ideaIds.map((ideaId) => ({ type: 'idea.hide', ideaId }) as const);
}
