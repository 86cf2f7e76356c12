// What groups ask for against the room's judgement of a line: "heads of bodies: 3 of 8 ask for more discussion"; of a contested
// line also which groups alone make it so.

import { useTranslations } from 'next-intl';
import type { StakeholderGroup } from '../../server/engine/vocabulary';
import { groupsAway } from '../../server/engine/voting/publishing/agreement-mark';
import type { JudgedFigures } from '../../server/engine/voting/publishing/endorsement';
import { useLocalText } from '../ui/words';

const WORD = { discussion: 'dissentDiscussion', rejection: 'dissentRejection' } as const;

export function MinorityViews({
  figures: { mark, countsByGroup: byGroup = {}, nearlyAll = {}, dissent = [] },
  groups,
  className,
}: {
  readonly figures: JudgedFigures;
  readonly groups: readonly StakeholderGroup[];
  readonly className?: string | undefined;
}) {
  const t = useTranslations('Marks');
  const local = useLocalText();
  const nameOf = (groupId: string) => {
    const name = groups.find(({ id }) => id === groupId)?.name;
    return name === undefined ? groupId : local(name);
  };
  const away = mark === 'contested' ? groupsAway({ byGroup, nearlyAll }) : [];
  if (away.length + dissent.length === 0) return null;
  return (
    <ul className={className} aria-label={t('dissentTitle')}>
      {away.map(({ groupId, people, of }) => (
        <li key={groupId}>
          {people === undefined || of === undefined
            ? t('groupAwayBound', { group: nameOf(groupId) })
            : t('groupAway', { group: nameOf(groupId), people, of })}
        </li>
      ))}
      {dissent.map(({ groupId, asks, people, of, atLeast }) => (
        <li key={`${groupId} ${asks}`}>
          {t(WORD[asks], { group: nameOf(groupId), of, people: atLeast ? `≥ ${people}` : people })}
        </li>
      ))}
    </ul>
  );
}
