'use client';
// One line of the draft: its wording, an editor in its place, and its trace.
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { LINE_MAX_LENGTH } from '../../server/engine/limits';
import type { FacilitatorView, LineView } from '../../server/engine/views';
import type { OwnText } from '../../server/engine/vocabulary';
import { actionFacts } from '../activities/plan/action-facts';
import { useCommander } from '../console/commander';
import { HeadingFields } from '../moderation/heading-fields';
import { Button } from '../ui/button';
import { OwnWords } from '../ui/own-words';
import { LineMark } from './agreement-mark';
import styles from './facilitator.module.css';
import { LineTrace } from './line-trace';
import { MinorityViews } from './minority-views';

export function DraftLine({
  view,
  line,
  children,
}: {
  readonly view: FacilitatorView;
  readonly line: LineView;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('Console');
  const [editing, setEditing] = useState<OwnText>();
  const gaps = (view.draft.gaps ?? []).filter(({ lineId }) => lineId === line.id);
  return (
    <li id={`line-${line.id}`} className={styles.line} data-kind={line.kind}>
      {editing === undefined ? (
        <div className={styles.wording}>
          <p>
            <OwnWords words={line.text} />
            {line.action !== undefined && <small lang={line.text.lang}>{actionFacts(line.action)}</small>}
            {line.original !== undefined && (
              <small>
                {t('draft.original')} <OwnWords words={line.original} />
              </small>
            )}
            {gaps.map(({ gap }) => (
              <small key={gap} className={styles.gap}>
                {t(`draft.gap.${gap}`)}
              </small>
            ))}
          </p>
          <Button
            weight="quiet"
            aria-label={t('draft.editOne', { text: line.text.text })}
            onClick={() => setEditing(line.text)}
          >
            {t('draft.edit')}
          </Button>
        </div>
      ) : (
        <Editor line={line} words={editing} onChange={setEditing} onClose={() => setEditing(undefined)} />
      )}
      {line.endorsement?.mark !== undefined && (
        <p className={styles.judged}>
          <LineMark mark={line.endorsement.mark} />
        </p>
      )}
      {line.endorsement?.dissent !== undefined && (
        <MinorityViews className={styles.judged} dissent={line.endorsement.dissent} groups={view.groups} />
      )}
      <LineTrace view={view} line={line} />
      {children}
    </li>
  );
}

function Editor({
  line,
  words,
  onChange,
  onClose,
}: {
  readonly line: LineView;
  readonly words: OwnText;
  readonly onChange: (words: OwnText) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const save = async (text: string) => {
    if (
      await run(
        [{ type: 'line.edit', lineId: line.id, base: line.version ?? 0, text, lang: words.lang }],
        t('draft.saved'),
      )
    )
      onClose();
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save(words.text);
      }}
    >
      <HeadingFields heading={words} label={t('draft.wording')} maxLength={LINE_MAX_LENGTH} onChange={onChange} />
      <div className={styles.answers}>
        {line.original !== undefined && (
          <Button busy={busy} onClick={() => void save('')}>
            {t('draft.restore')}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" weight="primary" busy={busy} disabled={words.text.trim() === ''}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
