'use client';
// Beside a judgement whose words have changed since: that they have, when and by whom, and what was judged, in full.
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { standingWordingIn } from '../../server/engine/draft/wording';
import type { Audience, ChangedSince, JudgedWords } from '../../server/engine/views';
import { useRoom } from '../live/provider';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import { usePageLocale } from '../ui/words';

type Change = Partial<ChangedSince>;

export function ChangedNote({
  changed,
  everyLanguage = false,
  className,
}: {
  readonly changed: ChangedSince | undefined;
  /** Also where only a translation has changed that this page does not show. */
  readonly everyLanguage?: boolean;
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Marks');
  const locale = usePageLocale();
  const say = useChange();
  if (changed === undefined) return null;
  const { languages, judged } = changed;
  if (!everyLanguage && languages?.includes(locale) === false) return null;
  const what = languages === undefined ? t('changedSince') : t('translatedSince', { languages: languages.join(', ') });
  return (
    <span className={className} data-changed-since>
      {say(what, changed)} {t('judgedWas')}: <WordsJudged judged={judged} />
    </span>
  );
}

/** "Changed after the room judged it: 28 November, 10:40, by Aigul." */
export function useChange(): (what: string, change: Change) => string {
  const t = useTranslations('Marks');
  const { view } = useRoom<Audience>();
  const { moment } = useDates(view?.session.timeZone);
  return (what, { at, by, author }) => {
    const when = at === undefined ? [] : [moment(at)];
    const who = author ? t('changedByAuthor') : by === undefined ? t('changedAtDesk') : t('changedBy', { name: by });
    return `${what}: ${[...when, who].join(', ')}.`;
  };
}

export function WordsJudged({ judged }: { readonly judged: JudgedWords }) {
  const t = useTranslations('Marks');
  const { text, details, goals = [], goalsOut = 0 } = judged;
  const facts = Object.values(details ?? {}).filter((fact) => fact !== '');
  const words = [
    standingWordingIn(judged, usePageLocale()),
    ...(facts.length === 0 ? [] : [{ text: facts.join(' · '), lang: text.lang }]),
    ...goals,
  ];
  return (
    <>
      <q>
        {words.map((one, at) => (
          <Fragment key={one.text}>
            {at > 0 && '; '}
            <OwnWords words={one} />
          </Fragment>
        ))}
      </q>
      {goalsOut > 0 && ` (${t('goalsOut', { count: goals.length + goalsOut, out: goalsOut })})`}
    </>
  );
}
