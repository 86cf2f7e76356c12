'use client';
// The figures of each method as columns of one table.
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { GroupId, PriorityId } from '../../../../server/engine/vocabulary';
import { fewIn, shownOf } from '../../../../server/engine/voting/publishing/few';
import { useLocalText } from '../../../ui/words';
import { answersOf, votesFor } from '../ranked';

export type Figures = {
  readonly columns: readonly string[];
  row(option: PriorityId): readonly (string | number)[];
  /** Where the method has one figure a group; a missing one is withheld. */
  readonly byGroup?: (option: PriorityId) => Readonly<Record<GroupId, string | number>>;
};

export function useFigures(activity: VoteView): Figures {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { settings, agreement, ranking, scores } = activity;
  const words = useTranslations('Vote');
  const groupVotes = (id: PriorityId) => {
    const { byGroup = {}, bounded } = votesFor(activity, id) ?? {};
    return Object.fromEntries(
      Object.entries(byGroup).map(([group, count]) => [
        group,
        bounded?.has(group) ? words('nearlyAll', { count }) : count,
      ]),
    );
  };
  switch (settings.method.name) {
    case 'dots':
      return {
        columns: [t('vote.dots'), t('vote.people')],
        row: (id) => [votesFor(activity, id)?.total ?? 0, votesFor(activity, id)?.people ?? 0],
        byGroup: groupVotes,
      };
    case 'approval':
      return {
        columns: [t('vote.people')],
        row: (id) => [votesFor(activity, id)?.total ?? 0],
        byGroup: groupVotes,
      };
    case 'agreement':
      return {
        columns: [t('vote.agree'), t('vote.disagree'), t('vote.pass'), t('vote.consensus')],
        row(id) {
          const few = fewIn(agreement?.[id]);
          if (few !== undefined) return [words('figures.few', { few }), '–', '–', '–'];
          const result = shownOf(agreement?.[id]);
          if (result === undefined) return [0, 0, 0, '–'];
          return [result.agree, result.disagree, result.pass, shortShare(result.consensus)];
        },
        byGroup(id) {
          const result = shownOf(agreement?.[id]);
          if (result === undefined) return {};
          return Object.fromEntries(
            [...Object.keys(result.byGroup), ...Object.keys(result.nearlyAll ?? {})].map((group) => {
              const { agree = 0, disagree = 0, pass = 0 } = answersOf(result, group) ?? {};
              if (result.nearlyAll?.[group] === undefined) return [group, `${agree} : ${disagree}`];
              const said = agree > 0 ? t('vote.agree') : disagree > 0 ? t('vote.disagree') : t('vote.pass');
              return [group, `${words('nearlyAll', { count: Math.max(agree, disagree, pass) })} ${said}`];
            }),
          );
        },
      };
    case 'ranking':
      return {
        columns: [t('vote.points'), t('vote.named')],
        row: (id) => [ranking?.borda[id] ?? 0, ranking?.named[id] ?? 0],
      };
    case 'score': {
      const { criteria } = settings.method;
      return {
        columns: criteria.flatMap(({ name }) => [local(name), t('vote.alike')]),
        row: (id) =>
          criteria.flatMap((criterion) => {
            const points = scores?.[id]?.criteria[criterion.id];
            const few = fewIn(points);
            if (few !== undefined) return [words('figures.few', { few }), '–'];
            const { lowerMedian: median, consensus } = shownOf(points) ?? {};
            return [median ?? '–', shortShare(consensus)];
          }),
      };
    }
  }
}

/** From 0 to 1: no share of people, so no per cent. Of nothing there is none. */
function shortShare(measure: number | undefined): string {
  return measure?.toFixed(2) ?? '–';
}
