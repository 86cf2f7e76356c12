'use client';
// The draft vision on the wall: per theme, each goal with the actions that lead to it.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { DraftView, LineView, OpenPoint, ScreenView } from '../../server/engine/views';
import cards from '../activities/cards.module.css';
import { PlacedHeading, SectionHeading } from '../activities/idea-card';
import { Action } from '../activities/plan/screen';
import { type FitItem, FitPages } from '../ui/fit-pages';
import { OwnWords } from '../ui/own-words';
import { useLocalText } from '../ui/words';
import { LineMark } from './agreement-mark';
import { chaptersOf } from './chapters';
import { OpenPointWords, openPointKey } from './open-point';
import draft from './screen.module.css';

const LAYOUTS = [
  { columns: 2, scale: 1.3 },
  { columns: 2, scale: 1.1 },
  { columns: 3, scale: 1 },
] as const;

export function DraftScreen({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const marks = useTranslations('Marks');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    for (const { theme, needs, goals, steps } of chaptersOf(view.draft, view.themes)) {
      const place = local(theme.name);
      const plain = (kind: 'need' | 'step', lines: readonly LineView[]) => {
        if (lines.length === 0) return;
        const heading = <PlacedHeading place={place} words={t(`draft.${kind}`)} />;
        list.push({ key: `${theme.id}-${kind}`, heading: true, node: heading });
        for (const line of lines) list.push({ key: line.id, node: <Plain line={line} /> });
      };
      plain('need', needs);
      for (const { line, actions } of goals) {
        list.push({ key: line.id, heading: true, node: <PlacedHeading place={place} words={<Goal line={line} />} /> });
        for (const action of actions) {
          const fields = { who: '', byWhen: '', ...action.action, what: action.text.text, lang: action.text.lang };
          list.push({ key: action.id, node: <Action action={fields} /> });
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
  }, [view.draft, view.themes, t, marks, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('draft.empty')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('draft.list')} gapRem={0.35} />;
}

function Goal({ line }: { readonly line: LineView }) {
  const t = useTranslations('Screen');
  const { supportPercent: percent, mark } = line.endorsement ?? {};
  return (
    <>
      <OwnWords words={line.text} />
      {percent !== undefined && (
        <span className={draft.support} data-once>
          {t('draft.support', { percent })}
        </span>
      )}
      {mark !== undefined && (
        <span className={draft.support} data-once>
          <LineMark mark={mark} />
        </span>
      )}
    </>
  );
}

function Open({ point, lines }: { readonly point: OpenPoint; readonly lines: DraftView['lines'] }) {
  return (
    <p className={draft.open}>
      <OpenPointWords point={point} lines={lines} />
    </p>
  );
}

function Plain({ line }: { readonly line: LineView }) {
  return (
    <p className={cards.plain}>
      <OwnWords words={line.text} />
    </p>
  );
}
