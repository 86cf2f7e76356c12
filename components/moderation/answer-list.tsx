'use client';
// Answers to an open question: nothing to merge, but one can be hidden and brought back.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { Button } from '../ui/button';
import { inOrder } from '../ui/in-order';
import { OwnWords } from '../ui/own-words';
import { Seconders } from '../ui/seconders';
import { LanguageMark } from './language-mark';
import styles from './moderation.module.css';

export function AnswerList({ view, activityId }: { readonly view: FacilitatorView; readonly activityId: string }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const answers = inOrder(view.ideas).filter(([, idea]) => idea.activityId === activityId);
  if (answers.length === 0) return <p className={styles.hint}>{t('ideas.none')}</p>;
  return (
    <ul className={styles.ideas}>
      {answers.map(([ideaId, idea]) => (
        <li key={ideaId} data-hidden={idea.hidden}>
          <OwnWords words={idea} className={styles.text} />
          <Seconders count={idea.seconders} />
          {idea.hidden && <em className={styles.mark}>{t('ideas.hiddenMark')}</em>}
          <LanguageMark ideaId={ideaId} idea={idea} />
          <Button
            weight="quiet"
            busy={busy}
            aria-label={t(idea.hidden ? 'ideas.unhideOne' : 'ideas.hideOne', { text: idea.text })}
            onClick={() => void run([{ type: idea.hidden ? 'idea.unhide' : 'idea.hide', ideaId }])}
          >
            {t(idea.hidden ? 'ideas.unhide' : 'ideas.hide')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
