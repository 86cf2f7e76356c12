'use client';
// The vote for the facilitator: its settings and the ballot before, what came of it after reveal.
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../../server/engine/views';
import { CannotNow } from '../../ui/cannot-now';
import hints from '../../ui/hint.module.css';
import type { FacilitatorFace } from '../face';
import { lackOfOptions } from './console/lack-of-options';
import { OddBefore } from './console/odd-before';
import { Options } from './console/options';
import { Results } from './console/results';
import settings from './console/settings.module.css';
import { SettingsForm } from './console/settings-form';
import { isRevealedVote } from './revealed';
import { SettingsWords, useLimitWords } from './settings-words';

export const voteFacilitator: FacilitatorFace<'vote'> = {
  Desk: VoteFacilitator,
  help: { beforeOpening: 'openVote', whileOpen: 'closeVote' },
  lackBefore: lackOfOptions,
  lacksGoals: ({ goals, options }) => goals.length === 0 && options.length > 0,
};

function VoteFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: VoteView }) {
  const t = useTranslations('Console');
  const words = useTranslations('Vote');
  const limit = useLimitWords();
  const ended = view.session.phase === 'ended' && <CannotNow>{t('cannotNow.counted')}</CannotNow>;
  if (activity.status === 'waiting') {
    if (ended) return ended;
    return (
      <>
        <OddBefore view={view} activity={activity} />
        <SettingsForm activity={activity} opened={false} />
        <p className={hints.hint}>{t('vote.notYet')}</p>
      </>
    );
  }
  const { method } = activity.settings;
  return (
    <>
      <div className={settings.standing}>
        <b>{words(`method.${method.name}`)}</b>
        <span>{limit(method)}</span>
        <SettingsWords settings={activity.settings} changed={activity.settingsChanged} />
      </div>
      {ended || (
        <details className={settings.more}>
          <summary>{t('vote.settings.change')}</summary>
          <SettingsForm activity={activity} opened />
        </details>
      )}
      {activity.revealed && isRevealedVote(activity) ? (
        <>
          <Results view={view} activity={activity} />
          <details className={settings.more}>
            <summary>{t('vote.strike.button')}</summary>
            <Options activity={activity} />
          </details>
        </>
      ) : (
        <>
          <p className={hints.hint}>{t('vote.secret')}</p>
          <Options activity={activity} />
        </>
      )}
    </>
  );
}
