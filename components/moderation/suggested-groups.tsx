'use client';
// Ideas that may say the same, in groups: one tap merges a group, another sets the suggestion aside. Undo is at the top.
import { useTranslations } from 'next-intl';
import type { FacilitatorCommand } from '../../server/engine/commands';
import type { FacilitatorView } from '../../server/engine/views';
import type { HorizonId, ThemeId } from '../../server/engine/vocabulary';
import type { SuggestedGroup } from '../../server/protocol/wire';
import { useCommander } from '../desk/commander';
import { useKept } from '../desk/kept';
import rows from '../desk/rows.module.css';
import { randomId } from '../live/random-id';
import { Button } from '../ui/button';
import hints from '../ui/hint.module.css';
import { OwnWords } from '../ui/own-words';
import { Seconders } from '../ui/seconders';
import { useLocalText } from '../ui/words';
import styles from './suggested-groups.module.css';
import { useSuggestedGroups } from './use-suggested-groups';

const keyOf = ({ ideaIds }: SuggestedGroup) => ideaIds.join(' ');

export function SuggestedGroups({
  view,
  themeId,
  horizonIds,
}: {
  readonly view: FacilitatorView;
  readonly themeId: ThemeId;
  readonly horizonIds: readonly HorizonId[];
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const groups = useSuggestedGroups(view);
  const local = useLocalText();
  const [aside, setAside] = useKept<readonly string[]>('aside', []);
  const shown = groups.filter((group) => {
    const first = view.ideas[group.ideaIds[0] ?? ''];
    const here = first?.themeId === themeId && first.horizonId !== undefined && horizonIds.includes(first.horizonId);
    return here && !aside.includes(keyOf(group)) && isStillOpen(view, group);
  });
  if (shown.length === 0) return null;
  return (
    <details className={styles.suggestions} open>
      <summary>{t('similar.title', { count: shown.length })}</summary>
      <p className={hints.hint}>{t('similar.hint')}</p>
      <ul>
        {shown.map((group) => {
          const priority = group.priorityId === undefined ? undefined : view.priorities[group.priorityId];
          const horizon = view.horizons.find(({ id }) => id === view.ideas[group.ideaIds[0] ?? '']?.horizonId);
          return (
            <li key={keyOf(group)}>
              <p className={rows.aside}>
                {horizon === undefined ? null : local(horizon.name)}
                {group.kind === 'translation' && ` · ${t('similar.translation')}`}
              </p>
              <ul className={rows.rows}>
                {group.ideaIds.map((id) => {
                  const idea = view.ideas[id];
                  return idea === undefined ? null : (
                    <li key={id}>
                      <OwnWords words={idea} className={rows.text} />
                      <Seconders count={idea.seconders} />
                      {priority?.ideaIds.includes(id) && <em className={rows.aside}>{t('similar.inPriority')}</em>}
                    </li>
                  );
                })}
              </ul>
              <div className={styles.answers}>
                <Button
                  weight="primary"
                  busy={busy}
                  onClick={() => void run(commandsFor(view, group), t('similar.done', { count: group.ideaIds.length }))}
                >
                  {t('similar.merge', { count: group.ideaIds.length })}
                </Button>
                <Button weight="quiet" onClick={() => setAside([...aside, keyOf(group)])}>
                  {t('similar.aside')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Ideas not yet together. What the view shows now decides: the suggestion may be some seconds old. */
function loners(view: FacilitatorView, { ideaIds }: SuggestedGroup) {
  return ideaIds.filter((id) => view.priorities[id]?.merged === false);
}

function isStillOpen(view: FacilitatorView, group: SuggestedGroup): boolean {
  const all = group.ideaIds.every((id) => view.ideas[id] !== undefined && !view.ideas[id]?.hidden);
  const alone = loners(view, group).length;
  const inside = group.priorityId === undefined ? [] : (view.priorities[group.priorityId]?.ideaIds ?? []);
  const others = group.ideaIds.filter((id) => inside.includes(id)).length;
  return all && alone > 0 && alone + others === group.ideaIds.length;
}

/** The words most people stand behind become the heading; it can be changed afterwards. */
function commandsFor(view: FacilitatorView, group: SuggestedGroup): readonly FacilitatorCommand[] {
  const { priorityId } = group;
  if (priorityId !== undefined) {
    return loners(view, group).map((ideaId) => ({ type: 'idea.group', ideaId, priorityId }));
  }
  const ideas = group.ideaIds.flatMap((id) => view.ideas[id] ?? []);
  const [best] = [...ideas].sort((a, b) => (b.seconders ?? 0) - (a.seconders ?? 0) || a.order - b.order);
  const heading = { text: best?.text ?? '', lang: best?.lang ?? 'ky' } as const;
  return [{ type: 'ideas.merge', priorityId: randomId(), ideaIds: group.ideaIds, heading }];
}
