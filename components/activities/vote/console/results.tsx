'use client';
// The results of a vote for the facilitator, and the choice of goals that people make from them.
import { useLocale, useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import { REASON_MAX_LENGTH } from '../../../../server/engine/limits';
import type { FacilitatorView } from '../../../../server/engine/views';
import type { Locale } from '../../../../server/engine/vocabulary';
import { isSameChoice } from '../../../../server/engine/voting/telling/departure';
import { GroupLegend } from '../../../charts/group-legend';
import { Marker } from '../../../charts/marker';
import { seriesOf } from '../../../charts/series';
import { useCommander } from '../../../desk/commander';
import { useKept, useKeptForm } from '../../../desk/kept';
import { Button } from '../../../ui/button';
import { Form, TextArea } from '../../../ui/form';
import hints from '../../../ui/hint.module.css';
import { OwnWords } from '../../../ui/own-words';
import { useLocalText } from '../../../ui/words';
import { useExplained } from '../explain';
import { hiddenGroups, rankedOptions } from '../ranked';
import { useFigures } from './figures';
import { Outcome } from './outcome';
import styles from './results.module.css';

/** A theme always has a name; this only satisfies the types. */
const NAMELESS = { ky: '', ru: '', en: '' };

export function Results({ view, activity }: { readonly view: FacilitatorView; readonly activity: VoteView }) {
  const t = useTranslations('Console');
  const words = useTranslations('Vote');
  const local = useLocalText();
  const { busy } = useCommander();
  const form = useKeptForm<readonly string[]>(`goals ${activity.id}`, activity.goals);
  const { changed } = form;
  const figures = useFigures(activity);
  const ranked = rankedOptions(activity);
  const [reason, setReason] = useKept<string | undefined>(`reason ${activity.id}`, undefined);
  const locale = useLocale() as Locale;
  const explained = useExplained(activity, view);
  // The proposal is what the vote selected; whatever else people choose, they say why.
  const proposal = activity.outcome?.selected ?? [];
  const goals = new Set(changed ?? (activity.goals.length > 0 ? activity.goals : proposal));
  // In the order of the result, whatever the order of the clicks.
  const chosen = ranked.filter(({ id }) => goals.has(id)).map(({ id }) => id);
  const standing = ranked.filter(({ goal }) => goal).map(({ id }) => id);
  const differs = activity.outcome !== undefined && !isSameChoice(chosen, proposal);
  const why = reason ?? activity.goalsReason?.text ?? '';
  const saved =
    standing.length > 0 &&
    chosen.join() === standing.join() &&
    (!differs || why.trim() === (activity.goalsReason?.text ?? ''));
  const hidden = hiddenGroups(activity, view.groups);
  const groups = figures.byGroup === undefined ? [] : view.groups;

  return (
    <Form
      onSubmit={async () => {
        const command = {
          type: 'goals.choose',
          activityId: activity.id,
          priorityIds: chosen,
          ...(differs ? { reason: { text: why, lang: locale } } : {}),
        } as const;
        if (await form.press([command], t('vote.chosen', { count: chosen.length }))) setReason(undefined);
      }}
    >
      <div className={styles.choose}>
        <p className={hints.hint}>
          {activity.outcome?.ballots === 0 ? words('nobodyVoted') : t('vote.proposal', { count: proposal.length })}
        </p>
        <Button id="choose-goals" type="submit" weight={saved ? 'normal' : 'primary'} busy={busy} disabled={saved}>
          {saved ? t('vote.saved', { count: chosen.length }) : t('vote.choose', { count: chosen.length })}
        </Button>
      </div>
      {form.isOld && (
        <p role="alert" className={hints.hint}>
          {t('changed.goals', {
            now:
              standing.length === 0
                ? t('changed.none')
                : ranked.flatMap((one) => (one.goal ? [one.heading.text] : [])).join('; '),
          })}{' '}
          <Button weight="quiet" onClick={form.letGo}>
            {t('changed.drop')}
          </Button>
        </p>
      )}
      {differs && (
        <TextArea
          around={styles.reason}
          label={t('vote.reason')}
          hint={t('vote.reasonHint')}
          rows={2}
          required
          longest={REASON_MAX_LENGTH}
          value={why}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {activity.outcome !== undefined && <Outcome view={view} activity={activity} outcome={activity.outcome} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('vote.goal')}</th>
              <th scope="col">{t('vote.rank')}</th>
              <th scope="col">{t('vote.priority')}</th>
              {figures.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {groups.map((group) => (
                <th key={group.id} scope="col">
                  <Marker series={seriesOf(view.groups, group.id)} />
                  <span className="visually-hidden">{local(group.name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map(({ id, heading, themeId, rank }) => (
              <tr key={id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t('vote.goalOne', { text: heading.text })}
                    checked={goals.has(id)}
                    onChange={() => {
                      const after = new Set(goals);
                      if (!after.delete(id)) after.add(id);
                      form.change([...after]);
                    }}
                  />
                </td>
                <td>
                  {rank ?? '–'}
                  {activity.rankByPerson?.[id] !== undefined && activity.rankByPerson[id] !== rank && (
                    <small>{words('rankByPerson', { rank: activity.rankByPerson[id] })}</small>
                  )}
                </td>
                <th scope="row">
                  <OwnWords words={heading} />
                  <small>{local(view.themes.find((theme) => theme.id === themeId)?.name ?? NAMELESS)}</small>
                  <small>{explained.fate(id)}</small>
                </th>
                {figures.row(id).map((figure, index) => (
                  <td key={figures.columns[index]}>{index === 0 ? <b>{figure}</b> : figure}</td>
                ))}
                {groups.map((group) => (
                  <td key={group.id}>{figures.byGroup?.(id)[group.id] ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > 0 && <GroupLegend groups={view.groups} />}
      {hidden.length > 0 && <p className={hints.hint}>{t('vote.suppressed')}</p>}
      {groups.length > 0 && <p className={hints.hint}>{words('nearlyAllHint')}</p>}
    </Form>
  );
}
