'use client';
// The draft vision on the wall: per theme, each goal with the actions that lead to it.
import { useTranslations } from 'next-intl';
import { Fragment, useMemo } from 'react';
import { chaptersOf } from '../../server/engine/draft/chapters';
import type { DraftView, EndorsementResult, OpenPoint, ReaderLine, ScreenView } from '../../server/engine/views';
import cards from '../scene/cards.module.css';
import { type FitItem, FitPages } from '../scene/fit-pages';
import { GOAL_LAYOUTS } from '../scene/goal-layouts';
import { PlacedHeading, SectionHeading } from '../scene/idea-card';
import { OwnWords } from '../ui/own-words';
import { useLocalText } from '../ui/words';
import { actionFacts } from './action-facts';
import { LineMark } from './agreement-mark';
import { ChangedNote } from './judged-words';
import { LineWords } from './line-words';
import { OpenPointWords, openPointKey } from './open-point';
import draft from './screen.module.css';
import { SupportShare } from './support-share';

export function DraftScreen({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const marks = useTranslations('Marks');
  const local = useLocalText();
  const { lit } = view.draft;
  const items = useMemo(() => {
    const list: FitItem[] = [];
    for (const { theme, needs, goals, steps } of chaptersOf(view.draft.lines, view.themes)) {
      const place = local(theme.name);
      const judged = view.draft.themes?.[theme.id];
      if (judged !== undefined) {
        const words = <PlacedHeading place={place} words={<JudgedAsWhole judged={judged} />} />;
        list.push({ key: `${theme.id}-judged`, node: words });
      }
      const plain = (kind: 'need' | 'step', lines: readonly ReaderLine[]) => {
        if (lines.length === 0) return;
        const heading = <PlacedHeading place={place} words={t(`draft.${kind}`)} />;
        list.push({ key: `${theme.id}-${kind}`, heading: true, node: heading });
        for (const line of lines) list.push({ key: line.id, node: <DraftLine line={line} lit={line.id === lit} /> });
      };
      plain('need', needs);
      for (const { line, actions, linked } of goals) {
        const words = <Goal line={line} lit={line.id === lit} />;
        list.push({ key: line.id, heading: true, node: <PlacedHeading place={place} words={words} /> });
        for (const action of actions) {
          list.push({ key: action.id, node: <DraftLine line={action} lit={action.id === lit} /> });
        }
        for (const action of linked) {
          list.push({ key: `${line.id} ${action.id}`, node: <DraftLine line={action} lit={action.id === lit} /> });
        }
      }
      plain('step', steps);
    }
    const { open = [], lines } = view.draft;
    if (open.length > 0) list.push({ key: 'open', heading: true, node: <SectionHeading text={marks('openTitle')} /> });
    for (const [at, point] of open.entries()) {
      list.push({ key: openPointKey(point, at), node: <Open point={point} lines={lines} /> });
    }
    return list;
  }, [view.draft, view.themes, lit, t, marks, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('draft.empty')}</p>;
  return <FitPages items={items} layouts={GOAL_LAYOUTS} label={t('draft.list')} gapRem={0.35} showing={lit} />;
}

function JudgedAsWhole({ judged }: { readonly judged: EndorsementResult }) {
  return (
    <span className={draft.goal}>
      {judged.mark !== undefined && <LineMark mark={judged.mark} />} <SupportShare figures={judged} />
      <span data-once>
        <ChangedNote changed={judged.changed} className={draft.changed} />
      </span>
    </span>
  );
}

type LineProps = { readonly line: ReaderLine; readonly lit: boolean };

function Goal({ line, lit }: LineProps) {
  const { endorsement } = line;
  return (
    <span className={draft.goal} data-lit={lit || undefined}>
      <LineWords line={line} />
      {endorsement !== undefined && (
        <span className={draft.support} data-once>
          {endorsement.mark !== undefined && <LineMark mark={endorsement.mark} />}{' '}
          <SupportShare figures={endorsement} />
        </span>
      )}
      <span data-once>
        <ChangedNote changed={endorsement?.changed} className={draft.changed} />
      </span>
      <span data-once>
        <DependsOn line={line} />
      </span>
    </span>
  );
}

function DraftLine({ line, lit }: LineProps) {
  const facts = line.action === undefined ? '' : actionFacts(line.action);
  return (
    <p className={line.kind === 'action' ? cards.action : cards.plain} data-lit={lit || undefined}>
      <LineWords line={line} />
      {facts !== '' && (
        <span className={cards.facts} dir="auto" lang={line.text.lang}>
          {facts}
        </span>
      )}
      <ChangedNote changed={line.endorsement?.changed} className={draft.changed} />
      <DependsOn line={line} />
    </p>
  );
}

function DependsOn({ line: { dependsOn = [] } }: { readonly line: ReaderLine }) {
  const t = useTranslations('Screen');
  if (dependsOn.length === 0) return null;
  return (
    <span className={cards.facts}>
      {t('draft.dependsOn')}{' '}
      {dependsOn.map((words, place) => (
        <Fragment key={words.text}>
          {place > 0 && '; '}
          <OwnWords words={words} />
        </Fragment>
      ))}
    </span>
  );
}

function Open({ point, lines }: { readonly point: OpenPoint; readonly lines: DraftView['lines'] }) {
  return (
    <p className={draft.open}>
      <OpenPointWords point={point} lines={lines} />
    </p>
  );
}
