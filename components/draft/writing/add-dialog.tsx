'use client';
// A line that people write at the desk: where it belongs, and how it reads.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import type { FacilitatorView, LineView } from '../../../server/engine/views';
import type { LineKind, OwnText, ThemeId } from '../../../server/engine/vocabulary';
import { useCommander } from '../../console/commander';
import layout from '../../console/console.module.css';
import { randomId } from '../../live/random-id';
import { HeadingFields } from '../../moderation/heading-fields';
import fields from '../../moderation/moderation.module.css';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { OwnWords } from '../../ui/own-words';
import { useLocalText, usePageLocale } from '../../ui/words';

const UNDER_THEME = ['goal', 'need', 'step'] as const satisfies readonly LineKind[];

export function AddDialog({
  view,
  goal,
  onClose,
}: {
  readonly view: FacilitatorView;
  /** An action under this goal; without it, any other kind of line. */
  readonly goal?: LineView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const lang = usePageLocale();
  const [words, setWords] = useState<OwnText>({ text: '', lang: goal?.text.lang ?? lang });
  const [themeId, setThemeId] = useState<ThemeId>(goal?.themeId ?? view.themes[0]?.id ?? '');
  const [kind, setKind] = useState<LineKind>(goal === undefined ? 'goal' : 'action');
  const field = useId();
  // Made once, so that a second click cannot make a second line.
  const [lineId] = useState(() => `own:${randomId()}`);
  return (
    <Dialog title={t(goal === undefined ? 'draft.add.title' : 'draft.add.action')} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const place = { kind, themeId, ...(goal && { goalLineId: goal.id }) };
          if (await run([{ type: 'line.add', lineId, ...place, ...words }], t('draft.add.done'))) onClose();
        }}
      >
        {goal === undefined ? (
          <>
            <label className={fields.label} htmlFor={`${field}-theme`}>
              {t('draft.add.theme')}
            </label>
            <select
              id={`${field}-theme`}
              className={fields.field}
              value={themeId}
              onChange={(event) => setThemeId(event.target.value)}
            >
              {view.themes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {local(name)}
                </option>
              ))}
            </select>
            <fieldset className={fields.targets}>
              <legend>{t('draft.add.kind')}</legend>
              {UNDER_THEME.map((one) => (
                <label key={one}>
                  <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
                  {t(`draft.add.kinds.${one}`)}
                </label>
              ))}
            </fieldset>
          </>
        ) : (
          <p>
            <OwnWords words={goal.text} />
          </p>
        )}
        <HeadingFields heading={words} label={t('draft.wording')} maxLength={LINE_MAX_LENGTH} onChange={setWords} />
        <div className={layout.answers}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="primary" busy={busy} disabled={words.text.trim() === ''}>
            {t('draft.add.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
