'use client';
// One line of the draft on the desk: its wording or the editor in its place, what is to be known of it, and what can be done.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FacilitatorView, LineView } from '../../server/engine/views';
import { actionFacts } from '../activities/plan/action-facts';
import { useCommander } from '../console/commander';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import styles from './facilitator.module.css';
import { Judgement } from './judgement';
import { LineNotes } from './line-notes';
import { LineTrace } from './line-trace';
import { MinorityViews } from './minority-views';
import { useHalfTyped } from './writing/half-typed';
import { editOf, type LineEdit, LineEditor } from './writing/line-editor';
import { LineTools } from './writing/line-tools';

export function DraftLine({
  view,
  line,
  siblings,
  children,
}: {
  readonly view: FacilitatorView;
  readonly line: LineView;
  /** Lines of its kind under its heading, itself among them, in order. */
  readonly siblings: readonly LineView[];
  readonly children?: ReactNode;
}) {
  const t = useTranslations('Console');
  const dates = useDates(view.session.timeZone);
  const { run, busy } = useCommander();
  const half = useHalfTyped('edit', line.id);
  const { kept: { words: [words] = [], details, base } = {} } = half;
  const edit: LineEdit | undefined = words && details && base !== undefined ? { words, details, base } : undefined;
  const setEdit = (next: LineEdit) => half.keep({ ...next, words: [next.words] });
  const gaps = (view.draft.gaps ?? []).filter(({ lineId }) => lineId === line.id);
  const lit = view.draft.lit === line.id;
  return (
    <li id={`line-${line.id}`} className={styles.line} data-kind={line.kind} data-lit={lit || undefined}>
      {edit !== undefined ? (
        <LineEditor line={line} edit={edit} onChange={setEdit} onClose={half.letGo} />
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
            <Button
              weight="quiet"
              aria-label={t('draft.editOne', { text: line.text.text })}
              onClick={() => setEdit(editOf(line))}
            >
              {t('draft.edit')}
            </Button>
          </div>
        </div>
      )}
      <LineNotes view={view} line={line} />
      {line.endorsement !== undefined && <Judgement endorsement={line.endorsement} />}
      {line.endorsement?.dissent !== undefined && (
        <MinorityViews className={styles.judged} dissent={line.endorsement.dissent} groups={view.groups} />
      )}
      <div className={styles.drawers}>
        <LineTrace view={view} line={line} />
        <LineTools view={view} line={line} siblings={siblings} />
      </div>
      {children}
    </li>
  );
}
