'use client';
// What this desk can take back or do again, in words; and what the others did.
import { useTranslations } from 'next-intl';
import type { ActView, FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { deskId } from '../desk/desk-id';
import { useLocalText } from '../ui/words';

const LONGEST_WORDS = 40;

export type ListedAct = {
  readonly seq: number;
  readonly act: ActView;
  readonly mine: boolean;
  /** "closing of “Vote”". */
  readonly name: string;
  /** Takes it back, or does it again. */
  press(): Promise<boolean>;
};

export type Undo = {
  readonly undo: ListedAct | undefined;
  readonly redo: ListedAct | undefined;
  /** Of all desks, the latest first. */
  readonly all: readonly ListedAct[];
};

export function useUndo(view: FacilitatorView): Undo {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run } = useCommander();
  const nameOf = ({ type, words, more, activityId }: ActView): string => {
    const act = t.has(`undo.act.${type}`) ? t(`undo.act.${type}`) : t('undo.act.other');
    const title = view.agenda.find(({ id }) => id === activityId)?.title;
    const about = words?.text ?? (title === undefined ? '' : local(title));
    if (about === '') return act;
    const named = t('undo.about', { act, words: shortened(about) });
    return more === undefined ? named : t('undo.more', { act: named, more });
  };
  const all = Object.entries(view.acts)
    .sort(([, a], [, b]) => b.order - a.order)
    .map(([key, act]): ListedAct => {
      const seq = Number(key);
      const name = nameOf(act);
      const mine = act.desk === deskId();
      const theirs = mine ? {} : ({ theirs: true } as const);
      return {
        seq,
        act,
        mine,
        name,
        // Naming the act by its seq keeps an impatient second click from undoing two.
        press: () =>
          act.undone
            ? run([{ type: 'moderation.redo', seq, ...theirs }], t('undo.redone', { act: name }))
            : run([{ type: 'moderation.undo', seq, ...theirs }], t('undo.done', { act: name })),
      };
    });
  const own = all.filter(({ mine, act }) => mine && !act.builtUpon);
  return { undo: own.find(({ act }) => !act.undone), redo: own.find(({ act }) => act.undone), all };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_WORDS ? text : `${letters.slice(0, LONGEST_WORDS - 1).join('')}…`;
}
