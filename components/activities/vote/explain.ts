'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../server/engine/views';
import type { GroupId, PriorityId } from '../../../server/engine/vocabulary';
import { fewIn, shownOf } from '../../../server/engine/voting/publishing/few';
// An outcome in words: why each place was given, what else could have been, and what to be careful about.
import type { OutcomeView, ReasonView } from '../../../server/engine/voting/selecting/outcome-view';
import { departureOf } from '../../../server/engine/voting/telling/departure';
import { emptyPlacesOf } from '../../../server/engine/voting/telling/empty-places';
import { fateOf } from '../../../server/engine/voting/telling/fate';
import { useLocalText } from '../../ui/words';
import { hiddenGroups } from './ranked';

/** Longer headings are cut inside sentences; they stand in full elsewhere. */
const QUOTE_LENGTH = 60;

/** More names than these say nothing to a hall; the picture marks them all. */
const MOST_NAMED = 3;

/** "p/q" as people say it. */
function votesOf(price: string): number {
  const [n = 0, d = 1] = price.split('/').map(Number);
  return Math.round((10 * n) / d) / 10;
}

export type Explained = {
  /** The sentence of one place of a selection. */
  reason(reason: ReasonView): string;
  /** What stands for the option where no selection was run: its figures. */
  figures(option: PriorityId): string | undefined;
  /** Whether the option is chosen, and why; with what people made of it where that is something else. */
  fate(option: PriorityId): string | undefined;
  flags(outcome: OutcomeView): readonly string[];
  quote(option: PriorityId): string;
};

export function useExplained(activity: VoteView, { groups, themes }: Pick<ScreenView, 'groups' | 'themes'>): Explained {
  const t = useTranslations('Vote');
  const local = useLocalText();
  return useMemo(() => {
    const quote = (id: PriorityId) => {
      const text = activity.options.find((option) => option.id === id)?.heading.text ?? '';
      return t('quote', { text: text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : text });
    };
    const quotes = (ids: readonly PriorityId[]) => {
      const list = ids.slice(0, MOST_NAMED).map(quote).join(', ');
      return ids.length > MOST_NAMED ? t('more', { list, count: ids.length - MOST_NAMED }) : list;
    };
    // Groups that small cells hide may stand behind it too.
    const some = hiddenGroups(activity, groups).length > 0 ? 'yes' : 'no';
    const group = (id: GroupId) => {
      const name = groups.find((other) => other.id === id)?.name;
      return name === undefined ? id : local(name);
    };
    return {
      quote,
      reason({ place, phase, price, people, groups: count, tiedWith }) {
        const votes = price === undefined ? people : votesOf(price);
        const { weights } = activity.outcome?.settings ?? activity.settings;
        const why = t(`reason.${phase}`, { place, people, groups: count, votes, weights, some });
        return tiedWith.length === 0 ? why : `${why}. ${t('tiedWith', { options: quotes(tiedWith) })}`;
      },
      figures(id) {
        const few = fewIn(activity.agreement?.[id]);
        if (few !== undefined) return t('figures.few', { few });
        const answers = shownOf(activity.agreement?.[id]);
        if (answers !== undefined) {
          const { agree, disagree, pass } = answers;
          return t('figures.agreement', { agree, disagree, pass });
        }
        const { ranking, scores, settings } = activity;
        if (ranking !== undefined) {
          const row = ranking.margins?.[ranking.options.indexOf(id)] ?? [];
          const wins = row.filter((margin) => margin > 0).length;
          return t('figures.ranking', { wins, others: Math.max(0, row.length - 1), points: ranking.borda[id] ?? 0 });
        }
        const score = scores?.[id];
        if (score === undefined || settings.method.name !== 'score') return undefined;
        const medians = settings.method.criteria.map(({ id: criterion, name }) => {
          const points = score.criteria[criterion];
          const fewHere = fewIn(points);
          return `${local(name)}: ${fewHere === undefined ? (shownOf(points)?.lowerMedian ?? '–') : t('figures.few', { few: fewHere })}`;
        });
        return [...medians, ...(score.quadrant === undefined ? [] : [t(`quadrant.${score.quadrant}`)])].join(' · ');
      },
      fate(id) {
        const fate = fateOf(id, activity);
        if (fate === undefined) return undefined;
        const byVote = fate.chosen ? t('fate.chosen', { place: fate.place }) : t(`fate.${fate.why}`);
        const departure = departureOf(activity);
        if (departure?.added.includes(id)) return `${byVote}; ${t('fate.added')}`;
        return departure?.leftOut.includes(id) ? `${byVote}; ${t('fate.leftOut')}` : byVote;
      },
      flags({ flags, settings, selected, tiedAtCut, byWeights, ballots, joined }) {
        const lines: string[] = activity.held ? [t('held')] : [];
        if (activity.struck !== undefined) lines.push(t('flags.struck', { count: activity.struck.length }));
        const departure = departureOf(activity);
        if (departure !== undefined)
          lines.push(
            departure.reason === undefined ? t('departureNoReason') : t('departure', { reason: departure.reason.text }),
          );
        // Of nobody's ballots there is nothing more to say.
        if (ballots === 0) return lines;
        for (const { theme: id, count, why } of emptyPlacesOf(activity)) {
          const theme = themes.find((other) => other.id === id);
          lines.push([...(theme === undefined ? [] : [local(theme.name)]), t(`empty.${why}`, { count })].join('. '));
        }
        if (flags.bordaBeaten !== undefined) lines.push(t('flags.bordaBeaten', { options: quotes(flags.bordaBeaten) }));
        if (flags.tiedAtCut) lines.push(t('flags.tiedAtCut', { options: quotes(tiedAtCut) }));
        if (flags.close) lines.push(t('flags.close'));
        if (flags.lowTurnout) lines.push(t('flags.lowTurnout', { ballots, joined }));
        if (flags.notHeard.length > 0)
          lines.push(t('flags.notHeard', { groups: flags.notHeard.map(group).join(', ') }));
        if (flags.lowTurnoutGroups.length > 0) {
          lines.push(t('flags.lowTurnoutGroups', { groups: flags.lowTurnoutGroups.map(group).join(', ') }));
        }
        if (flags.polarised.length > 0) lines.push(t('flags.polarised', { options: quotes(flags.polarised) }));
        for (const { option, most, least } of flags.groupSplit.slice(0, MOST_NAMED)) {
          lines.push(t('flags.groupSplit', { option: quote(option), most: group(most), least: group(least) }));
        }
        const unnamed = flags.groupSplit.length - MOST_NAMED;
        if (unnamed > 0) lines.push(t('flags.more', { count: unnamed }));
        const other = settings.weights === 'group' ? 'person' : 'group';
        const instead = (byWeights?.[other].selected ?? []).filter((id) => !selected.includes(id));
        if (instead.length > 0) {
          lines.push(t('flags.weights', { weights: t(`weights.${other}`), options: quotes(instead) }));
        }
        return lines;
      },
    };
  }, [activity, groups, themes, local, t]);
}
