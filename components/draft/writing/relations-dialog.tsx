'use client';
// What a line has to do with beyond its place: programmes and state bodies, other lines, and for an action other goals.
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { MAX_RELATIONS } from '../../../server/engine/limits';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import type { LineId, OwnText } from '../../../server/engine/vocabulary';
import { Answers } from '../../desk/answers';
import { useCommander } from '../../desk/commander';
import { Dialog } from '../../desk/dialog';
import fields from '../../desk/fields.module.css';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { Form } from '../../ui/form';
import { OwnWords } from '../../ui/own-words';
import { useLocalText, usePageLocale } from '../../ui/words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useHalfTyped } from './half-typed';
import type { LineDialogProps } from './line-dialog';
import { useBase } from './use-base';
import { wordsStay } from './words-stay';
import styles from './writing.module.css';

export function RelationsDialog({ view, line, onClose }: LineDialogProps) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const locale = usePageLocale();
  const field = useId();
  const half = useHalfTyped('relate', line.id);
  const base = useBase(line, half.kept?.base);
  // As it stood when the dialog was opened: what another desk relates meanwhile must not slip in under the ticks.
  const [standing] = useState({
    goalLineIds: line.alsoUnder ?? [],
    seeAlso: line.seeAlso ?? [],
    names: (line.dependsOn ?? []).map(({ text }) => text).join('\n'),
  });
  const { goalLineIds, seeAlso } = half.kept?.ticks ?? standing;
  const names = half.kept?.words[0]?.text ?? standing.names;
  const change = (what: { names?: string; goalLineIds?: readonly LineId[]; seeAlso?: readonly LineId[] }) => {
    const { names: text, ...ticks } = { names, goalLineIds, seeAlso, ...what };
    half.keep({ words: [{ text, lang: locale }], ticks, base: base.value });
  };
  const stays = wordsStay(view, 'relate', line);
  const close = () => {
    half.letGo();
    onClose();
  };
  const others = Object.values(view.draft.lines)
    .filter(({ id, kind }) => id !== line.id && kind !== 'action')
    .sort((a, b) => a.order - b.order);
  const dependsOn = (): readonly OwnText[] =>
    names
      .split('\n')
      .filter((text) => text.trim() !== '')
      // A name that stood there before keeps its language; a new one is in that of whoever types it.
      .map((text) => line.dependsOn?.find((known) => known.text === text.trim()) ?? { text, lang: locale });
  return (
    <Dialog title={t('draft.relate.title')} onClose={close} typed={names !== standing.names}>
      <Form
        onSubmit={async () => {
          const wish = { lineId: line.id, base: base.value, goalLineIds, seeAlso, dependsOn: dependsOn() };
          if (await run([{ type: 'line.relate', ...wish }], t('draft.saved'))) close();
        }}
      >
        <p>
          <OwnWords words={line.text} />
        </p>
        <ChangedMeanwhile base={base} line={line} />
        <label className={fields.label} htmlFor={field}>
          {t('draft.relate.dependsOn', { max: MAX_RELATIONS })}
        </label>
        <textarea
          id={field}
          className={fields.field}
          rows={3}
          value={names}
          onChange={(event) => change({ names: event.target.value })}
        />
        {line.kind === 'action' && (
          <Choices
            view={view}
            title={t('draft.relate.goals')}
            lines={others.filter(({ id, kind }) => kind === 'goal' && id !== line.goalLineId)}
            chosen={goalLineIds}
            onChange={(goals) => change({ goalLineIds: goals })}
          />
        )}
        <Choices
          view={view}
          title={t('draft.relate.seeAlso')}
          lines={others}
          chosen={seeAlso}
          onChange={(lines) => change({ seeAlso: lines })}
        />
        {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
        <Answers onCancel={close}>
          <Button type="submit" weight="primary" busy={busy} disabled={stays}>
            {t('save')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}

function Choices({
  view,
  title,
  lines,
  chosen,
  onChange,
}: {
  readonly view: FacilitatorView;
  readonly title: string;
  readonly lines: readonly DeskLine[];
  readonly chosen: readonly LineId[];
  readonly onChange: (chosen: readonly LineId[]) => void;
}) {
  const local = useLocalText();
  if (lines.length === 0) return null;
  return (
    <details className={styles.choices} open={chosen.length > 0 || undefined}>
      <summary>
        {title} {chosen.length > 0 && `(${chosen.length})`}
      </summary>
      <fieldset className={fields.targets}>
        <legend className="visually-hidden">{title}</legend>
        {lines.map(({ id, text, themeId }) => {
          const theme = view.themes.find((one) => one.id === themeId);
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <span>
                <OwnWords words={text} /> <small>{theme !== undefined && local(theme.name)}</small>
              </span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
