'use client';
// A line that people write at the desk: where it belongs, and how it reads.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import type { LineKind, OwnText, ThemeId } from '../../../server/engine/vocabulary';
import { Answers } from '../../desk/answers';
import { useCommander } from '../../desk/commander';
import { Dialog } from '../../desk/dialog';
import fields from '../../desk/fields.module.css';
import { HeadingFields } from '../../desk/heading-fields';
import { randomId } from '../../live/random-id';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form } from '../../ui/form';
import { OwnWords } from '../../ui/own-words';
import { useLocalText, usePageLocale } from '../../ui/words';
import { useHalfTyped } from './half-typed';
import { goalsStay } from './words-stay';

const UNDER_THEME = ['goal', 'need', 'step'] as const satisfies readonly LineKind[];

export function AddDialog({
  view,
  goal,
  words: given,
  onClose,
  onDone = onClose,
}: {
  readonly view: FacilitatorView;
  /** An action under this goal; without it, any other kind of line. */
  readonly goal?: DeskLine;
  /** Words to begin with, in place of what was half typed here. */
  readonly words?: OwnText;
  readonly onClose: () => void;
  /** The line is in the draft. */
  readonly onDone?: () => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const lang = usePageLocale();
  const half = useHalfTyped('add', goal?.id);
  const before = given === undefined ? half.kept?.words[0] : given;
  const [words, setWords] = useState<OwnText>(before ?? { text: '', lang: goal?.text.lang ?? lang });
  const write = (next: OwnText) => {
    setWords(next);
    if (given === undefined) half.keep({ words: [next], base: 0 });
  };
  const close = (then: () => void) => {
    if (given === undefined) half.letGo();
    then();
  };
  const [themeId, setThemeId] = useState<ThemeId>(goal?.themeId ?? view.themes[0]?.id ?? '');
  const [kind, setKind] = useState<LineKind>(goal === undefined ? 'goal' : 'action');
  const stays = goalsStay(view, kind, themeId);
  const field = useId();
  // Made once, so that a second click cannot make a second line.
  const [lineId] = useState(() => `own:${randomId()}`);
  return (
    <Dialog
      title={t(goal === undefined ? 'draft.add.title' : 'draft.add.action')}
      onClose={() => close(onClose)}
      typed={words.text.trim() !== '' && words.text !== given?.text}
    >
      <Form
        onSubmit={async () => {
          const place = { kind, themeId, ...(goal && { goalLineId: goal.id }) };
          if (await run([{ type: 'line.add', lineId, ...place, ...words }], t('draft.add.done'))) close(onDone);
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
        <HeadingFields heading={words} label={t('draft.wording')} longest={LINE_MAX_LENGTH} onChange={write} />
        {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
        <Answers onCancel={() => close(onClose)}>
          <Button type="submit" weight="primary" busy={busy} disabled={stays || words.text.trim() === ''}>
            {t('draft.add.button')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
