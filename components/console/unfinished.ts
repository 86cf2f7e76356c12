// What the session would leave behind if it ended now. Pure.
import type { AgendaItem, FacilitatorView, Turnout } from '../../server/engine/views';

export type UnfinishedStep = Pick<AgendaItem, 'id' | 'kind' | 'title'> & {
  /** Missing where nobody takes part by themselves. */
  readonly turnout?: Turnout;
};
export type Unfinished = Readonly<Record<'open' | 'unshown' | 'unopened', readonly UnfinishedStep[]>>;

/** What people answer in secret: in no paper before it is shown. */
export const isSecret = ({ kind }: Pick<AgendaItem, 'kind'>): boolean => kind === 'vote' || kind === 'endorse';

export function unfinished({
  agenda,
  activity,
  steps,
}: Pick<FacilitatorView, 'agenda' | 'activity' | 'steps'>): Unfinished {
  const among = (isMeant: (item: AgendaItem, turnout: Turnout | undefined) => boolean): readonly UnfinishedStep[] =>
    agenda.flatMap((item) => {
      const { id, kind, title } = item;
      const turnout = kind === 'group' ? undefined : (activity?.id === id ? activity : steps[id])?.turnout;
      return isMeant(item, turnout) ? [{ id, kind, title, ...(turnout && { turnout }) }] : [];
    });
  return {
    open: among(({ status }) => status === 'open'),
    unshown: among(
      (item, turnout) =>
        isSecret(item) && item.status === 'closed' && !item.revealed && turnout !== undefined && turnout.voted > 0,
    ),
    unopened: among(({ status }) => status === 'waiting'),
  };
}
