'use client';
// Ideas join a priority that already stands in the same theme and horizon.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Answers } from '../desk/answers';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import fields from '../desk/fields.module.css';
import { useSeen } from '../desk/kept';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import hints from '../ui/hint.module.css';
import { OwnWords } from '../ui/own-words';
import type { IdeasDialogProps } from './merge-dialog';

export function PutDialog({ view, ideaIds, onClose, onDone }: IdeasDialogProps) {
  const t = useTranslations('Console');
  const { busy } = useCommander();
  const seen = useSeen(ideaIds.map((id) => view.ideas[id]));
  const [target, setTarget] = useState<string>();
  const first = view.ideas[ideaIds[0] ?? ''];
  const here = Object.entries(view.priorities).filter(
    ([, { merged, themeId, horizonId }]) => merged && themeId === first?.themeId && horizonId === first?.horizonId,
  );
  return (
    <Dialog title={t('put.title')} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (target === undefined) return;
          if (await seen.press(ideaIds.map((ideaId) => ({ type: 'idea.group', ideaId, priorityId: target })))) onDone();
        }}
      >
        {here.length === 0 ? (
          <p>{t('put.none')}</p>
        ) : (
          <fieldset className={fields.targets}>
            <legend>{t('put.into')}</legend>
            {here.map(([id, priority]) => (
              <label key={id}>
                <input type="radio" name="priority" checked={target === id} onChange={() => setTarget(id)} />
                <OwnWords words={priority.heading} />
              </label>
            ))}
          </fieldset>
        )}
        {seen.isOld && (
          <p role="alert" className={hints.hint}>
            {t('changed.ideas')}
          </p>
        )}
        <Answers onCancel={onClose}>
          <Button type="submit" weight="primary" busy={busy} disabled={target === undefined}>
            {t('selection.put')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
