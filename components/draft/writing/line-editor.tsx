'use client';
// Rewording a line in its place, with who, when and how of an action. What was typed stays when somebody else was faster.
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ActionDetails } from '../../../server/engine/commands';
import { ACTION_FIELD_MAX_LENGTH, LINE_MAX_LENGTH } from '../../../server/engine/limits';
import { isSameJson } from '../../../server/engine/same-json';
import type { DeskLine } from '../../../server/engine/views';
import type { OwnText } from '../../../server/engine/vocabulary';
import { useCommander } from '../../desk/commander';
import fields from '../../desk/fields.module.css';
import { HeadingFields } from '../../desk/heading-fields';
import { useLetGo } from '../../desk/let-go';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form, Input } from '../../ui/form';
import { ChangedMeanwhile } from './changed-meanwhile';
import type { Base } from './use-base';
import styles from './writing.module.css';

const DETAILS = ['who', 'byWhen', 'means', 'sign'] as const;

/** What is half written, and on which version of the line. */
export type LineEdit = { readonly words: OwnText; readonly details: ActionDetails; readonly base: number };

export function editOf({ text, action, version = 0 }: DeskLine): LineEdit {
  const { who = '', byWhen = '', means = '', sign = '' } = action ?? {};
  return { words: text, details: { who, byWhen, means, sign }, base: version };
}

export function LineEditor({
  line,
  stays,
  edit,
  takesFocus,
  onChange,
  onClose,
}: {
  readonly line: DeskLine;
  /** People have begun to judge it. */
  readonly stays: boolean;
  readonly edit: LineEdit;
  /** Just opened by its button, and not by a reload. */
  readonly takesFocus: boolean;
  readonly onChange: (edit: LineEdit) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const { version = 0 } = line;
  const base: Base = {
    value: edit.base,
    isOld: edit.base !== version,
    renew: () => onChange({ ...edit, base: version }),
  };
  const { words, details } = edit;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wording = form.current?.querySelector('textarea');
    if (!takesFocus || !wording) return;
    wording.focus();
    wording.setSelectionRange(wording.value.length, wording.value.length);
  }, [takesFocus]);
  const standing = editOf(line);
  const { onKeyDown, question } = useLetGo(!isSameJson([words, details], [standing.words, standing.details]), onClose);
  const setWords = (next: OwnText) => onChange({ ...edit, words: next });
  const setDetails = (next: ActionDetails) => onChange({ ...edit, details: next });
  const save = async (text: string) => {
    const { who, byWhen, means, sign } = details;
    const wish = { type: 'line.edit', lineId: line.id, base: base.value, text, lang: words.lang } as const;
    const command = line.kind === 'action' ? { ...wish, details: { who, byWhen, means, sign } } : wish;
    if (await run([command], t('draft.saved'))) onClose();
  };
  return (
    <Form
      ref={form}
      className={styles.editor}
      onKeyDown={onKeyDown}
      onSubmit={() => {
        void save(words.text);
      }}
    >
      <ChangedMeanwhile base={base} line={line} />
      <HeadingFields heading={words} label={t('draft.wording')} longest={LINE_MAX_LENGTH} onChange={setWords} />
      {line.kind === 'action' && (
        <div className={styles.details}>
          {DETAILS.map((detail) => (
            <Input
              key={detail}
              around={fields.around}
              label={t(`draft.details.${detail}`)}
              labelClass={fields.label}
              className={fields.field}
              longest={ACTION_FIELD_MAX_LENGTH}
              dir="auto"
              lang={words.lang}
              value={details[detail]}
              onChange={(event) => setDetails({ ...details, [detail]: event.target.value })}
            />
          ))}
        </div>
      )}
      {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
      <div className={styles.answers}>
        {line.original !== undefined && (
          <Button busy={busy} disabled={stays} onClick={() => void save('')}>
            {t('draft.restore')}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" weight="primary" busy={busy} disabled={stays || words.text.trim() === ''}>
          {t(line.originalChanged ? 'draft.keep' : 'save')}
        </Button>
      </div>
      {question}
    </Form>
  );
}
