'use client';
// One line of the draft on the desk: its wording or the editor in its place, what is to be known of it, and what can be done.
import { useTranslations } from 'next-intl';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { DeskLine, FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import { actionFacts } from './action-facts';
import styles from './facilitator.module.css';
import { Judgement } from './judgement';
import { LineNotes } from './line-notes';
import { LineTrace } from './line-trace';
import { MinorityViews } from './minority-views';
import { useHalfTyped } from './writing/half-typed';
import { editOf, type LineEdit, LineEditor } from './writing/line-editor';
import { LineTools } from './writing/line-tools';
import { wordsStay } from './writing/words-stay';

export function DraftLine({
  view,
  line,
  siblings,
  children,
}: {
  readonly view: FacilitatorView;
  readonly line: DeskLine;
  /** Lines of its kind under its heading, itself among them, in order. */
  readonly siblings: readonly DeskLine[];
  readonly children?: ReactNode;
}) {
  const t = useTranslations('Console');
  const dates = useDates(view.session.timeZone);
  const { run, busy } = useCommander();
  const half = useHalfTyped('edit', line.id);
  const { kept: { words: [words] = [], details, base } = {} } = half;
  const edit: LineEdit | undefined = words && details && base !== undefined ? { words, details, base } : undefined;
  const button = useRef<HTMLButtonElement>(null);
  const [pressed, setPressed] = useState(false);
  const open = () => {
    setPressed(true);
    setEdit(editOf(line));
  };
  const close = () => {
    setPressed(false);
    half.letGo();
  };
  const isOpen = edit !== undefined;
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    // The keyboard goes back to where it came from.
    if (wasOpen.current && !isOpen) button.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  const setEdit = (next: LineEdit) => half.keep({ ...next, words: [next.words] });
  const gaps = (view.draft.gaps ?? []).filter(({ lineId }) => lineId === line.id);
  const lit = view.draft.lit === line.id;
  const stays = wordsStay(view, 'edit', line);
  return (
    <li id={`line-${line.id}`} className={styles.line} data-kind={line.kind} data-lit={lit || undefined}>
      {edit !== undefined ? (
        <LineEditor line={line} stays={stays} edit={edit} takesFocus={pressed} onChange={setEdit} onClose={close} />
      ) : (
        <div className={styles.wording}>
          <p>
            <OwnWords words={line.text} />
            {line.action !== undefined && (
              <small dir="auto" lang={line.text.lang}>
                {actionFacts(line.action)}
              </small>
            )}
            {line.original !== undefined && (
              <small data-changed={line.originalChanged}>
                {t(line.originalChanged ? 'draft.composedAnew' : 'draft.original')} <OwnWords words={line.original} />
              </small>
            )}
            {gaps.map(({ gap }) => (
              <small key={gap} className={styles.gap}>
                {t(`draft.gap.${gap}`)}
              </small>
            ))}
            {line.changedAt !== undefined && (
              <small>
                {t(line.changedBy === undefined ? 'draft.changedAt' : 'draft.changedBy', {
                  time: dates.time(line.changedAt),
                  name: line.changedBy ?? '',
                })}
              </small>
            )}
          </p>
          <div className={styles.acts}>
            <Button
              weight="quiet"
              busy={busy}
              aria-pressed={lit}
              aria-label={t('draft.lightOne', { text: line.text.text })}
              onClick={() => void run([{ type: 'line.light', lineId: lit ? null : line.id }])}
            >
              {t('draft.light')}
            </Button>
            {stays ? (
              <em className={styles.stays}>{t('cannotNow.judgedMark')}</em>
            ) : (
              <Button
                ref={button}
                weight="quiet"
                aria-label={t('draft.editOne', { text: line.text.text })}
                onClick={open}
              >
                {t('draft.edit')}
              </Button>
            )}
          </div>
        </div>
      )}
      <LineNotes view={view} line={line} />
      {line.endorsement !== undefined && <Judgement endorsement={line.endorsement} />}
      {line.endorsement !== undefined && (
        <MinorityViews className={styles.judged} figures={line.endorsement} groups={view.groups} />
      )}
      <div className={styles.drawers}>
        <LineTrace view={view} line={line} />
        <LineTools view={view} line={line} siblings={siblings} />
      </div>
      {children}
    </li>
  );
}
