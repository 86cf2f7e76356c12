'use client';
// Every act that can be taken back, of all desks: what, when and by whom. Another desk's is taken back after a question.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Answers } from '../desk/answers';
import { useCommander } from '../desk/commander';
import { ConfirmDialog } from '../desk/confirm-dialog';
import { Dialog } from '../desk/dialog';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import styles from './acts-dialog.module.css';
import type { ListedAct } from './undo';

export function ActsDialog({
  acts,
  timeZone,
  onClose,
}: {
  readonly acts: readonly ListedAct[];
  readonly timeZone: string | undefined;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const dates = useDates(timeZone);
  const { busy } = useCommander();
  const [asked, setAsked] = useState<ListedAct>();
  if (asked !== undefined) {
    return (
      <ConfirmDialog
        title={t('undo.theirsTitle')}
        confirm={t('undo.takeBack')}
        onConfirm={async () => (await asked.press()) && setAsked(undefined)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('undo.theirsText', { act: asked.name })}</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={t('undo.list')} onClose={onClose}>
      {acts.length === 0 && <p>{t('undo.none')}</p>}
      <ul className={styles.acts}>
        {acts.map((listed) => {
          const { seq, act, mine, name } = listed;
          const who = act.by ?? t(mine ? 'undo.mine' : 'undo.theirs');
          const state = act.undone ? t('undo.undone') : act.builtUpon ? t('undo.builtUpon') : undefined;
          return (
            <li key={seq} data-mine={mine || undefined}>
              <span>
                {name}
                <small>
                  {dates.time(act.at)} · {who}
                  {state !== undefined && ` · ${state}`}
                </small>
              </span>
              {!act.undone && !act.builtUpon && (
                <Button
                  weight="quiet"
                  busy={busy}
                  aria-label={t('undo.takeBackOne', { act: name })}
                  onClick={() => (mine ? void listed.press() : setAsked(listed))}
                >
                  {t('undo.takeBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Answers>
        <Button onClick={onClose}>{t('close')}</Button>
      </Answers>
    </Dialog>
  );
}
