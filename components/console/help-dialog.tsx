'use client';
// What to do at this moment, and the console's keys.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { Answers } from '../desk/answers';
import { Dialog } from '../desk/dialog';
import { useJudgedChoice } from '../desk/judged-choice';
import { Button } from '../ui/button';
import styles from './help-dialog.module.css';
import { helpNow } from './help-now';
import { nextStep } from './next-step';
import { useNextWords } from './next-words';

const KEYS = [
  [['Ctrl + Enter'], 'next'],
  [['Ctrl + Z', 'Ctrl + Shift + Z'], 'undo'],
  [['Alt + 1 / 2 / 3'], 'tabs'],
  [['Alt + H'], 'help'],
  [['F'], 'full'],
  [['T'], 'theme'],
  [['← → Space'], 'pages'],
] as const;

export function HelpDialog({ view, onClose }: { readonly view: FacilitatorView; readonly onClose: () => void }) {
  const t = useTranslations('Console');
  const [judge] = useJudgedChoice();
  const step = nextStep(view, judge);
  const nextWords = useNextWords(view);
  const named = {
    button: step === undefined ? '' : nextWords(step),
    merge: t('selection.merge'),
    draft: t('tabs.draft'),
    exports: t('tabs.exports'),
  };
  return (
    <Dialog title={t('help.button')} onClose={onClose}>
      <h3>{t('help.nowTitle')}</h3>
      <p className={styles.helpNow}>
        {step?.lacks === undefined
          ? t(`help.now.${helpNow(view, step)}`, named)
          : t(`lacks.${step.lacks}`, { max: step.most ?? 0 })}
      </p>
      <h3>{t('help.title')}</h3>
      <dl className={styles.keys}>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Answers>
        <Button weight="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </Answers>
    </Dialog>
  );
}
