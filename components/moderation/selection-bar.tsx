'use client';
// What can be done with the ideas that are picked. What does not fit the selection says so instead of vanishing.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { IdeaId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { Button } from '../ui/button';
import { useHiding } from './hide-dialog';
import { MergeDialog } from './merge-dialog';
import { MoveDialog } from './move-dialog';
import { PutDialog } from './put-dialog';
import styles from './selection-bar.module.css';

export function SelectionBar({
  view,
  ideaIds,
  onDone,
}: {
  readonly view: FacilitatorView;
  readonly ideaIds: readonly IdeaId[];
  readonly onDone: () => void;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const hiding = useHiding(view, onDone);
  const [dialog, setDialog] = useState<'merge' | 'put' | 'move'>();
  if (ideaIds.length === 0) return null;

  const ideas = ideaIds.flatMap((id) => view.ideas[id] ?? []);
  const onePlace = new Set(ideas.map(({ themeId, horizonId }) => `${themeId} ${horizonId}`)).size === 1;
  const inside = Object.values(view.priorities)
    .filter(({ merged }) => merged)
    .flatMap((priority) => priority.ideaIds)
    .filter((id) => ideaIds.includes(id));
  const finish = () => {
    setDialog(undefined);
    onDone();
  };

  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.title')}>
      <strong>{t('selection.count', { count: ideaIds.length })}</strong>
      <Button weight="primary" disabled={ideaIds.length < 2 || !onePlace} onClick={() => setDialog('merge')}>
        {t('selection.merge')}
      </Button>
      <Button disabled={!onePlace} onClick={() => setDialog('put')}>
        {t('selection.put')}
      </Button>
      <Button onClick={() => setDialog('move')}>{t('selection.move')}</Button>
      {inside.length > 0 && (
        <Button
          busy={busy}
          onClick={async () => {
            if (await run(inside.map((ideaId) => ({ type: 'idea.group', ideaId, priorityId: null })))) onDone();
          }}
        >
          {t('selection.out')}
        </Button>
      )}
      <Button busy={busy} onClick={() => void hiding.press(ideaIds)}>
        {t('selection.hide')}
      </Button>
      <Button weight="quiet" onClick={onDone}>
        {t('selection.clear')}
      </Button>
      {!onePlace && <p>{t('selection.mixed')}</p>}
      {hiding.dialog}
      {dialog === 'merge' && (
        <MergeDialog view={view} ideaIds={ideaIds} onClose={() => setDialog(undefined)} onDone={finish} />
      )}
      {dialog === 'put' && (
        <PutDialog view={view} ideaIds={ideaIds} onClose={() => setDialog(undefined)} onDone={finish} />
      )}
      {dialog === 'move' && (
        <MoveDialog view={view} ideaIds={ideaIds} onClose={() => setDialog(undefined)} onDone={finish} />
      )}
    </div>
  );
}
