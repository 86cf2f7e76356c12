// What groups ask for against the room's judgement of a line: "heads of bodies: 3 of 8 ask for more discussion".
import { useTranslations } from 'next-intl';
import type { Dissent } from '../../server/engine/views';
import type { StakeholderGroup } from '../../server/engine/vocabulary';
import { useLocalText } from '../ui/words';

const WORD = { discussion: 'dissentDiscussion', rejection: 'dissentRejection' } as const;

export function MinorityViews({
  dissent,
  groups,
  className,
}: {
  readonly dissent: readonly Dissent[];
  readonly groups: readonly StakeholderGroup[];
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Marks');
  const local = useLocalText();
  return (
    <ul className={className} aria-label={t('dissentTitle')}>
      {dissent.map(({ groupId, asks, people, of, atLeast }) => {
        const name = groups.find(({ id }) => id === groupId)?.name;
        const group = name === undefined ? groupId : local(name);
        return (
          <li key={`${groupId} ${asks}`}>{t(WORD[asks], { group, of, people: atLeast ? `≥ ${people}` : people })}</li>
        );
      })}
    </ul>
  );
}
