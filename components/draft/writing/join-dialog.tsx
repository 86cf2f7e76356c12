'use client';
// Two lines of one kind and theme become one, in the words of the one that is chosen here.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LineId } from '../../../server/engine/vocabulary';
import { Answers } from '../../desk/answers';
import { useCommander } from '../../desk/commander';
import { Dialog } from '../../desk/dialog';
import fields from '../../desk/fields.module.css';
import { useSeen } from '../../desk/kept';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form } from '../../ui/form';
import { OwnWords } from '../../ui/own-words';
import type { LineDialogProps } from './line-dialog';
import { wordsStay } from './words-stay';

export function JoinDialog({ view, line, onClose }: LineDialogProps) {
  const t = useTranslations('Console');
  const { busy } = useCommander();
  const seen = useSeen(line.text);
  const [into, setInto] = useState<string>();
  const others = Object.values(view.draft.lines)
    .filter(({ id, kind, themeId }) => id !== line.id && kind === line.kind && themeId === line.themeId)
    .sort((a, b) => a.order - b.order);
  const stays = (id: LineId) => [line, view.draft.lines[id]].some((one) => one && wordsStay(view, 'join', one));
  const anyStays = others.some(({ id }) => stays(id));
  return (
    <Dialog title={t('draft.join.title')} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (into === undefined) return;
          if (await seen.press([{ type: 'line.join', lineId: line.id, into }], t('draft.join.done'))) onClose();
        }}
      >
        <p>
          <OwnWords words={line.text} />
        </p>
        {others.length === 0 ? (
          <p>{t('draft.join.none')}</p>
        ) : (
          <fieldset className={fields.targets}>
            <legend>{t('draft.join.into')}</legend>
            {others.map(({ id, text }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="into"
                  checked={into === id}
                  disabled={stays(id)}
                  onChange={() => setInto(id)}
                />
                <OwnWords words={text} />
              </label>
            ))}
          </fieldset>
        )}
        {anyStays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
        <Answers onCancel={onClose}>
          <Button type="submit" weight="primary" busy={busy} disabled={into === undefined || stays(into)}>
            {t('draft.tool.join')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
