'use client';
// In which language an idea is held to be. A press says that it is in the next one: mostly a phone has told it wrongly.
import { useTranslations } from 'next-intl';
import { LOCALE_NAMES } from '../../i18n/locale';
import type { IdeaView } from '../../server/engine/views';
import { type IdeaId, LOCALES } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { Button } from '../ui/button';
import styles from './language-mark.module.css';

export function LanguageMark({
  ideaId,
  idea: { text, lang },
  stays = false,
}: {
  readonly ideaId: IdeaId;
  readonly idea: Pick<IdeaView, 'text' | 'lang'>;
  /** People are judging it. */
  readonly stays?: boolean;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const next = LOCALES[(LOCALES.indexOf(lang) + 1) % LOCALES.length] ?? lang;
  const said = stays ? t('cannotNow.judged') : t('ideas.languageOne', { language: LOCALE_NAMES[lang], text });
  return (
    <Button
      weight="quiet"
      className={styles.language}
      busy={busy}
      disabled={stays}
      title={stays ? said : LOCALE_NAMES[lang]}
      onClick={() => void run([{ type: 'idea.language', ideaId, lang: next }])}
    >
      <span lang={lang} aria-hidden="true">
        {LOCALE_NAMES[lang].slice(0, 2)}
      </span>
      <span className="visually-hidden">{said}</span>
    </Button>
  );
}
