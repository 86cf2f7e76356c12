// What the session would leave behind if it ended now. Pure.
import type { AgendaItem, FacilitatorView, Traits, Turnout } from '../../server/engine/views';

export type UnfinishedStep = Pick<AgendaItem, 'id' | 'kind' | 'title'> &
  Pick<Traits, 'secret'> & {
    /** Missing where nobody takes part by themselves. */
    readonly turnout?: Turnout;
  };
export type Unfinished = Readonly<Record<'open' | 'unshown' | 'unopened', readonly UnfinishedStep[]>>;

export function unfinished({
  agenda,
  activity,
  steps,
}: Pick<FacilitatorView, 'agenda' | 'activity' | 'steps'>): Unfinished {
  const among = (isMeant: (item: AgendaItem, step: UnfinishedStep) => boolean): readonly UnfinishedStep[] =>
    agenda.flatMap((item) => {
      const { id, kind, title } = item;
      const { watched, secret, turnout } = (activity?.id === id ? activity : steps[id]) ?? {};
      const step = { id, kind, title, ...(secret && { secret }), ...(!watched && turnout && { turnout }) };
      return isMeant(item, step) ? [step] : [];
    });
  return {
    open: among(({ status }) => status === 'open'),
    unshown: among(
      // What people answer in secret is in no paper before it is shown.
      ({ status, revealed }, { secret, turnout }) =>
        secret === true && status === 'closed' && !revealed && turnout !== undefined && turnout.voted > 0,
    ),
    unopened: among(({ status }) => status === 'waiting'),
  };
}
