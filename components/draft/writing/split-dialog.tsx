'use client';
// One line becomes two: each half is worded, and what is behind the line stays behind both.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import type { OwnText } from '../../../server/engine/vocabulary';
import { Answers } from '../../desk/answers';
import { useCommander } from '../../desk/commander';
import { Dialog } from '../../desk/dialog';
import { HeadingFields } from '../../desk/heading-fields';
import { randomId } from '../../live/random-id';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form } from '../../ui/form';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useHalfTyped } from './half-typed';
import type { LineDialogProps } from './line-dialog';
import { useBase } from './use-base';
import { wordsStay } from './words-stay';

export function SplitDialog({ view, line, onClose }: LineDialogProps) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const half = useHalfTyped('split', line.id);
  const stays = wordsStay(view, 'split', line);
  const base = useBase(line, half.kept?.base);
  const [first = line.text, second = { text: '', lang: line.text.lang }] = half.kept?.words ?? [];
  const write = (...words: readonly [OwnText, OwnText]) => half.keep({ words, base: base.value });
  const close = () => {
    half.letGo();
    onClose();
  };
  // Made once, so that a second click cannot make a second line.
  const [lineId] = useState(() => `own:${randomId()}`);
  return (
    <Dialog
      title={t('draft.split.title')}
      onClose={close}
      typed={first.text !== line.text.text || second.text.trim() !== ''}
    >
      <Form
        onSubmit={async () => {
          const { id: from, kind, themeId, goalLineId } = line;
          const done = await run(
            [
              // The edit first: if somebody was faster, nothing has been split yet.
              { type: 'line.edit', lineId: from, base: base.value, ...first },
              { type: 'line.add', lineId, kind, themeId, from, ...second, ...(goalLineId && { goalLineId }) },
            ],
            t('draft.split.done'),
          );
          if (done) close();
        }}
      >
        <p>{t('draft.split.hint')}</p>
        <ChangedMeanwhile base={base} line={line} />
        <HeadingFields
          heading={first}
          label={t('draft.split.first')}
          longest={LINE_MAX_LENGTH}
          onChange={(words) => write(words, second)}
        />
        <HeadingFields
          heading={second}
          label={t('draft.split.second')}
          longest={LINE_MAX_LENGTH}
          onChange={(words) => write(first, words)}
        />
        {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
        <Answers onCancel={close}>
          <Button
            type="submit"
            weight="primary"
            busy={busy}
            disabled={stays || first.text.trim() === '' || second.text.trim() === ''}
          >
            {t('draft.tool.split')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
