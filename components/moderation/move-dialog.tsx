'use client';
// Ideas go to another theme or horizon; they leave their priority, since a priority lives in one place.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { HorizonId } from '../../server/engine/vocabulary';
import { Answers } from '../desk/answers';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import fields from '../desk/fields.module.css';
import { useSeen } from '../desk/kept';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import hints from '../ui/hint.module.css';
import { useLocalText } from '../ui/words';
import type { IdeasDialogProps } from './merge-dialog';

export function MoveDialog({ view, ideaIds, onClose, onDone }: IdeasDialogProps) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const field = useId();
  const { busy } = useCommander();
  const seen = useSeen(ideaIds.map((id) => view.ideas[id]));
  const first = view.ideas[ideaIds[0] ?? ''];
  const [themeId, setTheme] = useState(first?.themeId ?? view.themes[0]?.id ?? '');
  const [horizonId, setHorizon] = useState<HorizonId>(first?.horizonId ?? '2030');
  return (
    <Dialog title={t('move.title', { count: ideaIds.length })} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (await seen.press(ideaIds.map((ideaId) => ({ type: 'idea.move', ideaId, themeId, horizonId })))) onDone();
        }}
      >
        <label className={fields.label} htmlFor={`${field}-theme`}>
          {t('ideas.theme')}
        </label>
        <select
          id={`${field}-theme`}
          className={fields.field}
          value={themeId}
          onChange={(event) => setTheme(event.target.value)}
        >
          {view.themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {local(name)}
            </option>
          ))}
        </select>
        <label className={fields.label} htmlFor={`${field}-horizon`}>
          {t('ideas.horizon')}
        </label>
        <select
          id={`${field}-horizon`}
          className={fields.field}
          value={horizonId}
          onChange={(event) => setHorizon(event.target.value as HorizonId)}
        >
          {view.horizons.map(({ id, name }) => (
            <option key={id} value={id}>
              {local(name)}
            </option>
          ))}
        </select>
        {seen.isOld && (
          <p role="alert" className={hints.hint}>
            {t('changed.ideas')}
          </p>
        )}
        <Answers onCancel={onClose}>
          <Button type="submit" weight="primary" busy={busy}>
            {t('selection.move')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
