'use client';
// Ideas becoming priorities: merged ones stand out with the number of ideas in them, the rest stand as written.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PriorityView, ScreenView } from '../../../server/engine/views';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { SectionHeading } from '../../scene/idea-card';
import { inOrder } from '../../ui/in-order';
import { OwnWords } from '../../ui/own-words';
import { Seconders } from '../../ui/seconders';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';

const LAYOUTS = [
  { columns: 2, scale: 1.35 },
  { columns: 3, scale: 1.1 },
  { columns: 3, scale: 1 },
] as const;

export const groupScreen: ScreenFace<'group'> = { Scene: GroupScreen };

function GroupScreen({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    const standing = inOrder(view.priorities);
    for (const theme of view.themes) {
      const here = standing
        .filter(([, priority]) => priority.themeId === theme.id)
        .sort(([, a], [, b]) => Number(b.merged) - Number(a.merged) || b.ideaIds.length - a.ideaIds.length);
      if (here.length === 0) continue;
      const count = t('group.count', { count: here.length });
      list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} count={count} /> });
      for (const [key, priority] of here) list.push({ key, node: <Priority priority={priority} /> });
    }
    return list;
  }, [view.priorities, view.themes, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('group.none')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('group.list')} />;
}

function Priority({ priority }: { readonly priority: PriorityView }) {
  const t = useTranslations('Screen');
  return (
    <div className={cards.priority} data-merged={priority.merged || undefined}>
      <span>
        <OwnWords words={priority.heading} /> <Seconders count={priority.seconders} />
      </span>
      {priority.merged && (
        <span className={cards.members}>
          <span aria-hidden="true">{priority.ideaIds.length}</span>
          <span className="visually-hidden">{t('group.members', { count: priority.ideaIds.length })}</span>
        </span>
      )}
    </div>
  );
}
