'use client';
// Below every activity: who takes part, and the way in for those who come late.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { VoteView } from '../../server/engine/activities/vote/types';
import type { ActivityView, ScreenView } from '../../server/engine/views';
import { hiddenGroups } from '../activities/vote/ranked';
import { GroupLegend } from '../charts/group-legend';
import { useRoom } from '../live/provider';
import { useSessionInfo } from '../live/session-info';
import { spacedCode, typedAddress } from './join-address';
import { LineNotice } from './line-notice';
import { QrCode } from './qr-code';
import styles from './wall.module.css';

export function WallFooter({
  view,
  activity,
  code,
}: {
  readonly view: ScreenView;
  readonly activity: ActivityView;
  readonly code: string;
}) {
  const t = useTranslations('Screen');
  const { presence } = useRoom<'screen'>();
  const info = useSessionInfo(code);
  const { turnout, kind } = activity;
  const strong = { b: (chunks: ReactNode) => <strong>{chunks}</strong> };
  const people = (
    <div className={styles.people}>
      <p>{t.rich('footer.joined', { count: view.joined ?? 0, ...strong })}</p>
      {turnout !== undefined && (kind === 'collect' || kind === 'plan' || activity.revealed) && kind !== 'group' && (
        <p>{t.rich(`turnout.${kind}`, { voted: turnout.voted, joined: turnout.joined, ...strong })}</p>
      )}
      {presence !== undefined && presence.connected < (view.joined ?? 0) && (
        <p>{t.rich('footer.connected', { count: presence.connected, ...strong })}</p>
      )}
      <LineNotice />
    </div>
  );
  const explains = activity.kind === 'vote' && activity.revealed && isSplitByGroup(activity);
  return (
    <footer className={styles.footer}>
      {explains ? <VoteLegend view={view} activity={activity} /> : people}
      {info !== undefined && (
        <div className={styles.join}>
          <div>
            {/* Five long group names need the room; QR and code are still enough to come in. */}
            {!explains && t('footer.join', { address: typedAddress(info.joinUrl) })}
            <strong>{spacedCode(code)}</strong>
          </div>
          <QrCode text={info.joinUrl} label={t('qr', { address: info.joinUrl })} />
        </div>
      )}
    </footer>
  );
}

/** Rankings and scores are drawn without the groups' colours. */
function isSplitByGroup({ results, approvals, agreement }: VoteView): boolean {
  return [results, approvals, agreement].some((published) => published !== undefined);
}

/** Results need their colours explained more than they need the head count. */
function VoteLegend({ view, activity }: { readonly view: ScreenView; readonly activity: VoteView }) {
  const t = useTranslations('Screen');
  const hidden = hiddenGroups(activity, view.groups);
  return (
    <div className={styles.legend}>
      <GroupLegend groups={view.groups} hidden={hidden.length === 0 ? undefined : t('vote.suppressed')} />
      <LineNotice />
    </div>
  );
}
