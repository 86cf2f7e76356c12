'use client';
// The vote for the facilitator: the ballot before, results by group after reveal, and the choice of goals that people make.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView, VoteView } from '../../../server/engine/views';
import { GroupLegend } from '../../charts/group-legend';
import { Marker } from '../../charts/marker';
import { seriesOf } from '../../charts/series';
import { useCommander } from '../../console/commander';
import { Button } from '../../ui/button';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import styles from '../facilitator.module.css';
import { hiddenGroups, proposedGoals, rankedOptions } from './ranked';

/** A theme always has a name; this only satisfies the types. */
const NAMELESS = { ky: '', ru: '', en: '' };

export function VoteFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: VoteView }) {
  const t = useTranslations('Console');
  return activity.revealed && activity.results !== undefined ? (
    <Results view={view} activity={activity} />
  ) : (
    <>
      <p className={styles.hint}>{t(activity.options.length === 0 ? 'vote.notYet' : 'vote.secret')}</p>
      <ol className={styles.ballot}>
        {activity.options.map((option) => (
          <li key={option.id}>
            <OwnWords words={option.heading} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Results({ view, activity }: { readonly view: FacilitatorView; readonly activity: VoteView }) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const ranked = rankedOptions(activity);
  const [changed, setChanged] = useState<ReadonlySet<string>>();
  const proposal = proposedGoals(ranked, activity.goalsPerTheme);
  const standing = activity.goals.length > 0 ? activity.goals : proposal;
  const goals = changed ?? new Set(standing);
  // In the order of the result, whatever the order of the clicks.
  const chosen = ranked.filter(({ id }) => goals.has(id)).map(({ id }) => id);
  const saved =
    activity.goals.length > 0 &&
    chosen.join() ===
      ranked
        .filter(({ goal }) => goal)
        .map(({ id }) => id)
        .join();
  const hidden = hiddenGroups(ranked, view.groups);

  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const command = { type: 'goals.choose', activityId: activity.id, priorityIds: chosen } as const;
        if (await run([command], t('vote.chosen', { count: chosen.length }))) setChanged(undefined);
      }}
    >
      <div className={styles.choose}>
        <p className={styles.hint}>{t('vote.proposal', { count: activity.goalsPerTheme })}</p>
        <Button id="choose-goals" type="submit" weight={saved ? 'normal' : 'primary'} busy={busy} disabled={saved}>
          {saved ? t('vote.saved', { count: chosen.length }) : t('vote.choose', { count: chosen.length })}
        </Button>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('vote.goal')}</th>
              <th scope="col">{t('vote.rank')}</th>
              <th scope="col">{t('vote.priority')}</th>
              <th scope="col">{t('vote.dots')}</th>
              <th scope="col">{t('vote.people')}</th>
              {view.groups.map((group) => (
                <th key={group.id} scope="col">
                  <Marker series={seriesOf(view.groups, group.id)} />
                  <span className="visually-hidden">{local(group.name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map(({ id, heading, themeId, result }) => (
              <tr key={id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t('vote.goalOne', { text: heading.text })}
                    checked={goals.has(id)}
                    onChange={() => {
                      const after = new Set(goals);
                      if (!after.delete(id)) after.add(id);
                      setChanged(after);
                    }}
                  />
                </td>
                <td>{result.rank}</td>
                <th scope="row">
                  <OwnWords words={heading} />
                  <small>{local(view.themes.find((theme) => theme.id === themeId)?.name ?? NAMELESS)}</small>
                </th>
                <td>
                  <b>{result.dots}</b>
                </td>
                <td>{result.supporters}</td>
                {view.groups.map((group) => (
                  <td key={group.id}>{result.dotsByGroup[group.id] ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GroupLegend groups={view.groups} />
      {hidden.length > 0 && <p className={styles.hint}>{t('vote.suppressed')}</p>}
    </form>
  );
}
