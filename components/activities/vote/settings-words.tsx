'use client';
// The rules of a vote in one breath, as everybody sees them before it opens.
import { useTranslations } from 'next-intl';
import type { VoteMethod, VoteSettings } from '../../../server/engine/vocabulary';
import { useLocalText } from '../../ui/words';

/** What one person may do, e.g. "Everyone may choose up to 5". */
export function useLimitWords(): (method: VoteMethod) => string {
  const t = useTranslations('Vote');
  const local = useLocalText();
  return (method) => {
    switch (method.name) {
      case 'dots':
        return t('limit.dots', { budget: method.budget, cap: method.cap });
      case 'approval':
        return t('limit.approval', { max: method.max });
      case 'ranking':
        return t('limit.ranking', { top: method.top });
      case 'agreement':
        return t('limit.agreement');
      case 'score': {
        const criteria = method.criteria.map(({ name }) => local(name)).join(', ');
        return t('limit.score', { scale: method.scale, criteria });
      }
    }
  };
}

export function SettingsWords({
  settings: { rule, places, per = 'all', weights },
  changed,
  className,
}: {
  readonly settings: VoteSettings;
  readonly changed: true | undefined;
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Vote');
  const words = [
    t(`per.${per}`, { places }),
    t(`rule.${rule}`),
    ...(weights === 'group' ? [t('weights.group')] : []),
    t('ties'),
  ];
  return (
    <p className={className}>
      {words.join(' · ')}
      {changed && <strong> {t('settingsChanged')}</strong>}
    </p>
  );
}
